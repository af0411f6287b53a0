import { PageFrame } from "#components/ui/page-frame.tsx";

export default function Page() {
  return <PageFrame band={<h1 className="pb-8 text-2xl">Charts</h1>} />;
}
