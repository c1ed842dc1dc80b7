// PROJECT SLOT, suite E (start-up). Use program() from entries/e/starts.mjs, for example:
//
//   import { program } from "../entries/e/starts.mjs";
//   export const projectCli = program("Trustframe CLI --version", "<path of the built CLI>", { args: ["--version"] });
//   export const projectServer = program("Trustframe server, first answer", "<program that starts, answers one request, exits>");
export const projectCli = undefined
export const projectServer = undefined
