// What a child of utilityProcess.fork finds in Electron: process.parentPort.
import { EventEmitter } from "node:events";

const port = new EventEmitter();
port.postMessage = (message) => process.send(message);
process.on("message", (data) => port.emit("message", { data, ports: [] }));
process.parentPort = port;
