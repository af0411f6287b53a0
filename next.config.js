/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Libraries of clouds are loaded from node_modules by those who configured them; nobody else pays for them.
  serverExternalPackages: [
    "@aws-sdk/client-ecr",
    "@aws-sdk/client-ecr-public",
    "@azure/msal-node",
    "google-auth-library",
  ],
  // `npm test` runs the type check; a build on a user's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
};
