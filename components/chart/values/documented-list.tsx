import { Html } from "#components/markup/html.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { KeyMenu } from "./key-menu.client.tsx";
import { type ListedValues, renderValuesList } from "./values-list.ts";
import "./values.css";
import "./value-rows.css";

/** The element the filter and the menu of the page look for. */
export const VALUES_LIST_ID = "values";

/** All keys, to be read and searched. */
export function DocumentedList(values: ListedValues) {
  if (values.sections.length === 0) {
    return (
      <BlankState title="No key can be listed">
        <p>The file may be empty or hold comments only. It is shown as it is under Raw.</p>
      </BlankState>
    );
  }
  return (
    <>
      <div className="values-head" aria-hidden="true">
        <span>Key</span>
        <span>Type</span>
        <span>Default</span>
        <span>What it does</span>
        <span>Line</span>
      </div>
      <div id={VALUES_LIST_ID} className="values">
        <Html as="div" html={renderValuesList(values)} />
      </div>
      <p className="values-none">Nothing that is known of any key holds these words.</p>
      <KeyMenu listId={VALUES_LIST_ID} />
    </>
  );
}
