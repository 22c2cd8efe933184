/** What a key in the text sets off, several of each with every letter. */
const typing: ReadonlySet<string> = new Set(["keydown", "keypress", "keyup", "textInput", "beforeinput", "input"]);

/**
 * Keeps the events of the text from the window's components, none of which listens to them: for each, they would look for listeners
 * from the text up to the root, twice. What listens to keys in the whole window does so at the window itself. Called before the root is made.
 */
export function keepTypingApart(root: HTMLElement): void {
  const add = root.addEventListener.bind(root);
  root.addEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: AddEventListenerOptions | boolean) => {
    if (!typing.has(type) || typeof listener !== "function") return add(type, listener, options);
    return add(type, (event) => (isInText(event) ? undefined : listener.call(root, event)), options);
  };
}

function isInText({ target }: Event): boolean {
  return target instanceof HTMLElement && target.isContentEditable;
}
