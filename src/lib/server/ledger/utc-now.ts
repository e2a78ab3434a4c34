/** Now, as the ledger writes it. */
export const utcNow = () => new Date().toISOString();
