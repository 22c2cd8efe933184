import type { Handlers } from "../../shared/ipc/contract.ts";
import type { AppContext } from "../context.ts";
import { listPeople } from "./repository.ts";
import { seedPeople } from "./seed.ts";

export function createPeopleHandlers(context: AppContext): Pick<Handlers, "people:list"> {
  return {
    "people:list": () => {
      seedPeople(context);
      return context.store.read(listPeople);
    },
  };
}
