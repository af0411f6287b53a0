import { parseTheme, THEME_COOKIE } from "#components/ui/theme.ts";
import { isSameOrigin, returnPath } from "./return-path.ts";

const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60;
/** The form sends one short word. */
const MAX_FORM_BYTES = 1024;

/** Remembers the theme and goes back to the page it was chosen on. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) {
    return new Response("The theme is chosen with the buttons at the top of a page here.\n", { status: 403 });
  }
  if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > MAX_FORM_BYTES) {
    return new Response("The form is too long to be ours.\n", { status: 413 });
  }
  const theme = parseTheme(new URLSearchParams(await request.text()).get("theme") ?? "");
  if (theme === null) return new Response("The theme is day, night or system.\n", { status: 400 });

  const value =
    theme === "system"
      ? `${THEME_COOKIE}=; Max-Age=0`
      : `${THEME_COOKIE}=${theme}; Max-Age=${A_YEAR_IN_SECONDS}`;
  return new Response(null, {
    status: 303,
    headers: {
      Location: returnPath(request.headers.get("referer"), request.headers.get("host")),
      "Set-Cookie": `${value}; Path=/; SameSite=Lax; HttpOnly`,
      "Cache-Control": "no-store",
    },
  });
}
