/** Identity, secrets, certificates, policy and protection, in the form known-software.ts reads. */
export const SECURITY = `
keycloak keycloakx | kc | identity provider, single sign on, oidc, saml, iam, login
keycloak-operator | - | identity provider, single sign on, operator
dex | dexidp | identity provider, oidc provider, single sign on
authentik | goauthentik | identity provider, single sign on, oidc, saml, iam, login
authelia | - | single sign on, two factor authentication, mfa, forward auth
oauth2-proxy | oauth proxy | oidc proxy, forward auth, login, single sign on
zitadel | - | identity provider, single sign on, oidc, iam
casdoor | - | identity provider, single sign on, iam
logto | - | identity provider, single sign on, login
kanidm | - | identity provider, ldap, single sign on
pocket-id | - | identity provider, oidc provider, passkeys
rauthy | - | identity provider, oidc provider
gluu janssen | - | identity provider, single sign on
fusionauth | - | identity provider, single sign on, login
supertokens | - | user authentication, login
hydra | ory hydra, ory | oauth2 server, oidc provider
kratos | ory kratos | identity management, user login
keto | ory keto | authorization, permissions, access control
oathkeeper | ory oathkeeper | identity aware proxy, authentication proxy
openfga | fga | authorization, permissions, access control
spicedb spicedb-operator | authzed | authorization, permissions, access control
cerbos | - | authorization, permissions, access control
permify | - | authorization, permissions, access control
topaz opal | - | authorization, policy distribution
pinniped | - | cluster login, kubernetes authentication
gangway gangplank | - | cluster login, kubectl login
dex-k8s-authenticator | - | cluster login, kubectl login
kube-oidc-proxy | - | kubernetes authentication, oidc
traefik-forward-auth | - | forward auth, oidc proxy, login
tinyauth | - | forward auth, login
vouch-proxy vouch | - | forward auth, single sign on
openldap openldap-stack-ha | ldap | directory server, ldap server, user directory
lldap | - | ldap server, user directory
389ds 389-directory-server | - | ldap server, directory server
glauth | - | ldap server, user directory
freeipa | ipa | identity management, ldap server, kerberos
phpldapadmin | - | ldap administration
ldap-account-manager | lam | ldap administration
samba samba-ad-dc samba4 | smb | file server, windows file sharing, active directory
kerberos krb5 kdc | - | network authentication
spire | spiffe | workload identity, spiffe
spire-crds | - | workload identity, spiffe
vault hashicorp-vault | - | secrets management, secret store, encryption, key management
vault-operator bank-vaults | - | vault operator, secrets management
vault-secrets-operator | vso | secret synchronization, secrets management, vault
vault-secrets-webhook secrets-webhook | - | secret injection, vault
openbao | bao | secrets management, secret store, vault fork
external-secrets external-secrets-operator | eso | secret synchronization, secrets management, vault, aws secrets manager, azure key vault
kubernetes-external-secrets | - | secret synchronization, secrets management
sealed-secrets | - | encrypted secrets, secrets in git, gitops secrets
sealed-secrets-web | - | encrypted secrets, secrets web interface
sops-secrets-operator sops-operator | sops | encrypted secrets, secrets in git
secrets-store-csi-driver | sscd | secrets store, mount secrets, csi driver
secrets-store-csi-driver-provider-aws csi-secrets-store-provider-aws | - | aws secrets manager, mount secrets
csi-secrets-store-provider-azure akv2k8s | - | azure key vault, mount secrets
vault-csi-provider | - | mount secrets, vault
infisical infisical-standalone | - | secrets management, secret store
infisical-secrets-operator secrets-operator | - | secret synchronization
doppler-kubernetes-operator doppler | - | secret synchronization
onepassword-connect 1password-connect | 1password, onepassword | secret synchronization, password manager
onepassword-operator | - | secret synchronization, password manager
reflector | - | secret replication, copy secrets between namespaces, configmap replication
kubernetes-replicator | mittwald replicator | secret replication, copy secrets between namespaces, configmap replication
kubed config-syncer | - | secret replication, configmap synchronization
secret-generator kubernetes-secret-generator | - | random secrets, generate passwords
reloader stakater-reloader | - | restart on configmap change, rolling update on secret change
wave k8s-wave | - | restart on configmap change
vaultwarden | bitwardenrs | password manager, password vault, bitwarden server
bitwarden bitwarden-k8s | - | password manager, password vault
passbolt | - | password manager, team passwords
psono psono-server | - | password manager, team passwords
teampass | - | password manager, team passwords
keeweb | - | password manager
privatebin | - | pastebin, encrypted notes
onetimesecret ots yopass | - | share secrets, one time secret
cryptgeon snappass | - | share secrets, one time secret
cert-manager | - | tls certificates, lets encrypt, acme, certificate authority, pki
cert-manager-csi-driver | - | tls certificates, pod certificates
cert-manager-approver-policy | - | certificate policy
cert-manager-istio-csr | istio csr | mesh certificates, workload certificates
cert-manager-trust trust-manager | - | trust bundles, ca certificates
cert-manager-webhook-ovh cert-manager-webhook-hetzner cert-manager-webhook-gandi cert-manager-webhook-duckdns | - | dns challenge, lets encrypt, acme
google-cas-issuer aws-privateca-issuer aws-pca-issuer | - | private certificate authority, tls certificates
kubelet-csr-approver | - | kubelet certificates, certificate approval
step-certificates | step ca, smallstep | certificate authority, pki, acme server
step-issuer | smallstep | certificate authority, tls certificates
ejbca ejbca-ce | - | certificate authority, pki
cfssl | - | certificate authority, pki
boulder pebble | - | acme test server, lets encrypt
gatekeeper | opa gatekeeper | policy engine, admission control, open policy agent, compliance
opa opa-kube-mgmt | open policy agent | policy engine, authorization, rego
kyverno | - | policy engine, admission control, compliance, pod security
kyverno-policies | - | pod security standards, policies
policy-reporter | - | policy report dashboard, compliance
kubewarden-controller kubewarden-defaults kubewarden-crds | kubewarden | policy engine, admission control
jspolicy | - | policy engine, admission control
polaris | - | best practices, configuration validation, policy
datree datree-admission-webhook | - | configuration validation, policy
k-rail | - | policy engine, admission control
connaisseur | - | image signature verification, admission control
policy-controller cosigned | sigstore | image signature verification, cosign, supply chain security
ratify | - | image signature verification, supply chain security
fulcio rekor | sigstore | software signing, transparency log, supply chain security
trivy | - | vulnerability scanner, image scanning
trivy-operator | - | vulnerability scanner, image scanning, misconfiguration, compliance
starboard-operator starboard | - | vulnerability scanner, image scanning
clair | - | vulnerability scanner, image scanning
anchore anchore-engine enterprise-anchore | - | vulnerability scanner, image scanning
grype | - | vulnerability scanner
neuvector neuvector-core | - | container security, vulnerability scanner, runtime security, firewall
kubescape kubescape-operator | - | security posture, compliance, vulnerability scanner, misconfiguration
kube-bench | - | cis benchmark, security audit, compliance
kube-hunter | - | penetration test, security audit
falco | - | runtime security, threat detection, intrusion detection, syscalls
falcosidekick | - | falco alerts, security alerts forwarding
falco-exporter | - | runtime security metrics
event-generator | - | falco test events, suspicious activity
kubearmor kubearmor-operator | - | runtime security, process policy
tracee | - | runtime security, threat detection, ebpf
stackrox central-services secured-cluster-services | acs, rhacs | container security, vulnerability scanner, compliance
aqua-server kube-enforcer | aqua | container security
sysdig sysdig-deploy | - | container security, monitoring agent
falcon-sensor falcon-platform | crowdstrike | endpoint protection, runtime security
snyk-monitor snyk-operator snyk-controller | snyk | vulnerability scanner, image scanning
prisma-cloud twistlock twistlock-defender | - | container security
wiz-kubernetes-connector wiz-sensor | wiz | cloud security posture
lacework-agent | lacework | runtime security, compliance
wazuh | - | siem, intrusion detection, endpoint security
suricata | - | intrusion detection, ids, network security
zeek | - | network security monitoring, intrusion detection
ossec | - | intrusion detection
crowdsec | - | intrusion prevention, ip blocking, firewall
fail2ban | - | intrusion prevention, ip blocking
coraza modsecurity | waf | web application firewall
open-appsec open-appsec-k8s-nginx-ingress | - | web application firewall
bunkerweb | - | web application firewall, reverse proxy
safeline | - | web application firewall
clamav | - | antivirus, malware scanner
defectdojo django-defectdojo | - | vulnerability management, security findings
dependency-track | dtrack | software bill of materials, sbom, vulnerability management, dependency analysis
guac | - | supply chain security, sbom
archerysec | - | vulnerability management
zap zaproxy owasp-zap secure-codebox | - | web security scanner, penetration test
openvas greenbone | gvm | vulnerability scanner, network scanner
nuclei | - | vulnerability scanner
thehive | - | security incident response, case management
misp | - | threat intelligence
opencti | - | threat intelligence
velociraptor | - | digital forensics, endpoint monitoring
rbac-manager | - | role bindings, access control, rbac
rbac-lookup permission-manager | - | user permissions, rbac
paralus ztka | - | cluster access, zero trust access
infrahq | - | cluster access, access control
jumpserver | - | bastion host, privileged access management
bastion bastillion | - | bastion host, ssh access
sshportal | - | bastion host, ssh access
security-profiles-operator | spo | seccomp, apparmor, selinux
pod-security-webhook | - | pod security standards
image-swap k8s-image-swapper | - | image mirroring, registry rewrite
aws-iam-authenticator | - | cluster login, aws iam
kube2iam | - | pod iam roles, aws credentials
kiam | - | pod iam roles, aws credentials
amazon-eks-pod-identity-webhook | irsa | pod iam roles, aws credentials
azure-workload-identity workload-identity-webhook | - | pod identity, azure credentials
aad-pod-identity | - | pod identity, azure credentials
`;
