import { useEffect, useRef, useState } from "react";

/** Pause before a count is said, ms: while one types, nobody wants to hear each of them. */
const PAUSE = 700;

/** Tells screen readers how many there are once that is settled; not at first, when the page itself is read out. */
export function AnnouncedCount({ text }: { text: string }) {
  const first = useRef(text);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (text === first.current && said === "") return;
    const timer = window.setTimeout(() => setSaid(text), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text, said]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
