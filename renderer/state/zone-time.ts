/** Times as clocks in a zone show them. */
export { fieldsOf, momentOf } from '../../shared/zone-time';
