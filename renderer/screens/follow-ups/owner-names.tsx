import { useWritingHelp } from "../../stores/writing-help.ts";

/** Id of the list of names that an owner's field proposes. */
export const ownerNames = "follow-up-owners";

/** The people and units that an owner's field proposes. */
export function OwnerNames() {
  const people = useWritingHelp((state) => state.people);
  return (
    <datalist id={ownerNames}>
      {people.map(({ initials, name }) => (
        <option key={initials + name} value={initials || name} label={initials === "" ? undefined : name} />
      ))}
    </datalist>
  );
}
