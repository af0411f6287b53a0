import { type ChartAddress, chartPath } from "#lib/catalog/chart-path.ts";
import { type FormSide, SideForm } from "./side-form.tsx";
import "./compare.css";

/** A side that was found, by name. */
export interface NamedSide {
  readonly name: string;
  readonly version: string;
  readonly address: ChartAddress;
}

/** What is compared, and the form to compare something else. */
export function CompareHeader({
  title,
  sides,
  form,
}: {
  title: string;
  sides: { readonly from: NamedSide; readonly to: NamedSide } | null;
  form: { readonly from: FormSide; readonly to: FormSide };
}) {
  return (
    <div className="pt-3 pb-6">
      <h1 className="mb-2 font-bold text-2xl leading-tight tracking-[-0.01em]">
        {sides === null ? (
          title
        ) : (
          <>
            From <SideLink side={sides.from} /> to <SideLink side={sides.to} />
          </>
        )}
      </h1>
      <SideForm
        {...form}
        sides={sides === null ? null : { from: sides.from.address, to: sides.to.address }}
      />
    </div>
  );
}

function SideLink({ side: { name, version, address } }: { side: NamedSide }) {
  return (
    <a href={chartPath(address.id, address.version)} className="text-link">
      <bdi>{name}</bdi> <span className="font-mono text-xl">{version}</span>
    </a>
  );
}
