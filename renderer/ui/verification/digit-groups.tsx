/** Twelve groups of five digits, 0 to 9 in every language, large and calm. Screen readers hear digit by digit, in the same order. */
export function DigitGroups({
  groups,
  label,
  testId,
}: {
  groups: readonly string[];
  label: string;
  testId: string;
}) {
  return (
    <ol className="number ltr" aria-label={label}>
      {groups.map((group, index) => (
        <li key={index}>
          <span aria-hidden="true" data-testid={testId}>
            {group}
          </span>
          <span className="unseen unselectable">{Array.from(group).join(' ')}</span>
        </li>
      ))}
    </ol>
  );
}
