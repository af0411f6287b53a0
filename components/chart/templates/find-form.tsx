import { controlStyle } from "#components/ui/control-style.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";

/** The search through all templates: a form, so that it works without JavaScript and its answer has an address. */
export function FindForm({ id, address, find }: { id: ChartId; address: string | null; find: string }) {
  return (
    <form action={chartPath(id, address)} className="mb-4 flex flex-wrap gap-2">
      <input type="hidden" name="tab" value="templates" />
      <input
        type="search"
        name="find"
        defaultValue={find}
        aria-label="Find words or a key in the templates"
        placeholder="Words, or a key: .Values.image.tag"
        maxLength={200}
        className={`${controlStyle.field} min-w-0 grow basis-64`}
      />
      <button type="submit" className={controlStyle.secondary}>
        Find
      </button>
    </form>
  );
}
