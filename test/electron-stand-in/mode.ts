/** Whether the window shall be seen. Without it nobody can answer a dialog, so a dialog that no script answers is an error. */
export const headed = process.env["REFERENT_STAND_IN_HEADED"] === "1";
