/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` runs the type check; a build on a user's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
};
