/** Puts a counter behind every decision of a source, so that the hunt sees which ways a case took. */
import ts from 'typescript';
import { HIT } from './hit';

export interface Instrumented {
  code: string;
  /** The first number that is still free. */
  next: number;
}

/** TypeScript in, JavaScript (ESM) out. @param first number of its first counter. */
export function instrument(source: string, fileName: string, first: number): Instrumented {
  let next = first;
  const transformer: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const { factory } = context;
    const hit = (): ts.Expression =>
      factory.createCallExpression(factory.createIdentifier(HIT), undefined, [
        factory.createNumericLiteral(next++),
      ]);
    const counted = (expression: ts.Expression): ts.Expression =>
      factory.createParenthesizedExpression(factory.createComma(hit(), expression));
    const withHit = (statements: readonly ts.Statement[]): ts.Statement[] => [
      factory.createExpressionStatement(hit()),
      ...statements,
    ];
    const asBlock = (statement: ts.Statement): ts.Statement =>
      ts.isBlock(statement) ? statement : factory.createBlock(withHit([statement]), true);
    const visit = (node: ts.Node): ts.Node => {
      const seen = ts.visitEachChild(node, visit, context);
      if (ts.isBlock(seen)) return factory.updateBlock(seen, withHit(seen.statements));
      if (ts.isCaseClause(seen))
        return factory.updateCaseClause(seen, seen.expression, withHit(seen.statements));
      if (ts.isDefaultClause(seen)) return factory.updateDefaultClause(seen, withHit(seen.statements));
      if (ts.isIfStatement(seen))
        return factory.updateIfStatement(
          seen,
          seen.expression,
          asBlock(seen.thenStatement),
          seen.elseStatement && asBlock(seen.elseStatement),
        );
      if (ts.isArrowFunction(seen) && !ts.isBlock(seen.body))
        return factory.updateArrowFunction(
          seen,
          seen.modifiers,
          seen.typeParameters,
          seen.parameters,
          seen.type,
          seen.equalsGreaterThanToken,
          counted(seen.body),
        );
      if (ts.isConditionalExpression(seen))
        return factory.updateConditionalExpression(
          seen,
          seen.condition,
          seen.questionToken,
          counted(seen.whenTrue),
          seen.colonToken,
          counted(seen.whenFalse),
        );
      if (ts.isBinaryExpression(seen) && isChoice(seen.operatorToken.kind))
        return factory.updateBinaryExpression(seen, seen.left, seen.operatorToken, counted(seen.right));
      return seen;
    };
    return (file) => ts.visitEachChild(file, visit, context);
  };
  const { outputText } = ts.transpileModule(source, {
    fileName,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
    transformers: { before: [transformer] },
  });
  return { code: outputText, next };
}

function isChoice(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}
