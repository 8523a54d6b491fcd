/** Whether simulations run whole (`npm test -- simulation`, some minutes) or, among the other unit tests, with less. */
export const WHOLE = process.env['VIGIL_SIMULATION'] === 'whole';
