/** Source code, builds, registries, delivery and developer platforms, in the form known-software.ts reads. */
export const DELIVERY = `
argo-cd | - | gitops, continuous delivery, deployment
argocd-apps | - | gitops applications, argo cd
argocd-image-updater | - | image updates, gitops, argo cd
argocd-notifications | - | deployment notifications, argo cd
argocd-applicationset applicationset | - | gitops applications, argo cd
argo-workflows argo | - | workflow engine, job orchestration, pipelines, dag
argo-events | - | event driven automation, event triggers
argocd-operator | - | gitops operator, argo cd
flux2 flux fluxcd flux-operator | - | gitops, continuous delivery, deployment
flux-instance | - | gitops, continuous delivery
flux2-sync | - | gitops, git synchronization
helm-operator | - | helm releases as code, gitops
weave-gitops | wego | gitops dashboard, flux
capacitor | - | gitops dashboard, flux
fleet-agent fleet-crd | rancher fleet | gitops, multi-cluster deployment
kluctl kluctl-webui | - | gitops, deployment
kargo | - | gitops promotion, continuous promotion, environments
keptn keptn-lifecycle-toolkit | - | deployment lifecycle, quality gates
spinnaker | - | continuous delivery, deployment pipelines
devtron devtron-operator | - | continuous delivery, deployment platform, ci
werf | - | deployment, gitops
keel | - | image updates, automatic deployment
renovate mend-renovate renovate-operator | - | dependency updates, automated pull requests
atlantis | - | terraform pull request automation, infrastructure as code
terraform-operator terraform-controller tf-controller tofu-controller | - | terraform, infrastructure as code
terrakube | - | terraform automation, infrastructure as code
digger digger-backend | - | terraform pull request automation, infrastructure as code
pulumi-kubernetes-operator | pulumi | infrastructure as code
semaphore semaphoreui | ansible semaphore | ansible web interface, automation
awx awx-operator | ansible tower, ansible awx | ansible web interface, automation
salt saltstack | - | configuration management, automation
puppetserver puppet | - | configuration management
crossplane | - | infrastructure as code, cloud resources, control plane, platform engineering
jenkins | - | ci server, continuous integration, build server, pipelines
jenkins-operator | - | ci server, build server, operator
gitlab | - | git hosting, source code management, ci, devops platform
gitlab-runner | - | ci runner, build agent
gitlab-agent | - | gitops, cluster connection
gitlab-operator | - | git hosting, devops platform
gitea | - | git hosting, git server, source code management, github alternative
gitea-act-runner act-runner | - | ci runner, build agent
forgejo | - | git hosting, git server, source code management, github alternative
forgejo-runner | - | ci runner, build agent
gogs | - | git hosting, git server
onedev | - | git hosting, ci
gerrit | - | code review, git server
phabricator phorge | - | code review, project management
reviewboard | - | code review
bitbucket | - | git hosting, source code management
bitbucket-mesh | - | git hosting
soft-serve gitweb cgit | - | git server
subversion svn svn-server | - | version control, source code management
gha-runner-scale-set | arc | github actions runner, ci runner, self-hosted runners
gha-runner-scale-set-controller actions-runner-controller | arc | github actions runner, ci runner, self-hosted runners
github-actions-runner actions-runner | - | ci runner, self-hosted runners
drone | - | ci server, continuous integration, pipelines
drone-runner-kube drone-runner-docker | - | ci runner, build agent
woodpecker | woodpecker ci | ci server, continuous integration, pipelines
concourse | - | ci server, continuous integration, pipelines
tekton tekton-pipeline tekton-pipelines tekton-operator | - | ci pipelines, continuous integration, build pipelines
tekton-dashboard | - | pipeline dashboard
tekton-triggers | - | pipeline triggers, webhooks
teamcity teamcity-server | - | ci server, continuous integration, build server
teamcity-agent | - | ci runner, build agent
bamboo | - | ci server, continuous integration, build server
bamboo-agent | - | ci runner, build agent
buildkite agent-stack-k8s | - | ci runner, build agent
circleci-server container-agent | circleci | ci, continuous integration
azure-pipelines-agent azp-agent azure-devops-agent | azp | ci runner, build agent
travis-worker travis | - | ci runner
buildbot | - | ci server, continuous integration
gocd | - | ci server, continuous delivery, pipelines
screwdriver | - | ci server, continuous integration
prow | - | ci server, pull request automation
brigade | - | event driven scripting, pipelines
jenkins-x jx | - | ci, continuous delivery
agola | - | ci server, continuous integration
testkube | - | test orchestration, test execution
selenium selenium-grid | - | browser automation, browser testing, web testing
selenoid moon moon2 | - | browser automation, browser testing
playwright | - | browser automation, browser testing
browserless browserless-chrome chrome | - | headless browser, browser automation
zalenium | - | browser automation, browser testing
sorry-cypress | - | browser test dashboard, cypress
reportportal | - | test reports, test automation dashboard
allure allure-testops | - | test reports
k6-operator k6 | - | load testing, performance testing
locust | - | load testing, performance testing
gatling gatling-operator | - | load testing, performance testing
jmeter distributed-jmeter | - | load testing, performance testing
vegeta fortio hey | - | load testing, http benchmark
mailhog | - | email testing, smtp test server
mailpit | - | email testing, smtp test server
mailcatcher smtp4dev maildev | - | email testing, smtp test server
wiremock | - | mock api, api simulation
mockserver | - | mock api, api simulation
microcks | - | mock api, api testing
hoverfly mountebank | - | mock api, service virtualization
localstack | - | aws emulator, local cloud, aws testing
moto azurite | - | cloud emulator, storage emulator
fake-gcs-server | - | google cloud storage emulator
sonarqube sonarqube-dce sonarqube-lts | sonar | code quality, static analysis, code scanning
sonarqube-operator | - | code quality, static analysis
codecov | - | code coverage
sourcegraph | - | code search, code navigation
opengrok zoekt hound | - | code search
sourcebot | - | code search
harbor | goharbor | container registry, docker registry, image registry, oci registry, artifact registry
harbor-operator | - | container registry, image registry
docker-registry registry | docker distribution | container registry, image registry, oci registry
docker-registry-ui joxit | - | container registry web interface
zot | zot registry | container registry, oci registry, image registry
quay quay-operator | - | container registry, image registry
trow | - | container registry, image cache
kube-image-keeper kuik | - | image cache, registry mirror
spegel | - | image cache, registry mirror, peer to peer image distribution
dragonfly-p2p kraken | - | peer to peer image distribution
kubefledged | - | image pre-pull, image cache
nexus nexus-repository-manager nexus3 sonatype-nexus nxrm-ha | - | artifact repository, maven repository, npm registry, docker registry
artifactory artifactory-oss artifactory-ha jfrog-platform jfrog-container-registry artifactory-jcr | jfrog, jcr | artifact repository, maven repository, container registry, npm registry
xray-jfrog jfrog-xray | - | vulnerability scanner, artifact scanning
reposilite | - | maven repository, artifact repository
archiva | - | maven repository, artifact repository
verdaccio | - | npm registry, package registry, node packages
pypiserver devpi pypicloud | - | python package index, pypi mirror
bandersnatch | - | pypi mirror
athens athens-proxy goproxy | - | go module proxy
baget bagetter nuget | - | nuget server, package registry
kellnr | - | cargo registry, rust crates
gemstash geminabox | - | ruby gems
pulp pulp-operator | - | package repository mirror, software distribution
apt-cacher-ng apt-mirror aptly | - | debian package mirror, package cache
chartmuseum | - | helm repository, chart repository
artifact-hub | - | helm chart search, package discovery, chart catalog
kubeapps | - | helm chart catalog, application dashboard, helm web interface
monocular | - | helm chart catalog
helm-dashboard | - | helm web interface, release management
nova | - | outdated helm releases
backstage backstage-operator | - | developer portal, service catalog, platform engineering
redhat-developer-hub developer-hub | rhdh, janus | developer portal, service catalog, backstage
port-agent port-k8s-exporter | getport | developer portal, service catalog
gimlet gimletd | - | developer platform, gitops
kubevela vela-core | - | application delivery, platform engineering, open application model
kratix | - | platform engineering, internal developer platform
humanitec-operator humanitec-agent | - | platform engineering
coder | - | cloud development environment, remote workspaces, web ide
code-server vscode vscode-server | visual studio code | web ide, code editor in the browser
openvscode-server | - | web ide, code editor in the browser
eclipse-che che devspaces | - | cloud development environment, web ide
gitpod | - | cloud development environment, web ide
theia theia-cloud | - | web ide, code editor
devspace devpod | - | development environment
telepresence telepresence-oss traffic-manager | - | local development, remote debugging
mirrord mirrord-operator | - | local development, remote debugging
okteto | - | development environment, preview environments
garden | - | development environment
signadot signadot-operator | - | preview environments, sandbox testing
bunnyshell | - | preview environments
unleash unleash-edge | - | feature flags, feature toggles
flagsmith | - | feature flags, remote configuration
flipt | - | feature flags
growthbook | - | feature flags, ab testing
go-feature-flag relay-proxy | - | feature flags
open-feature-operator openfeature | - | feature flags
flagd | - | feature flags
launchdarkly ld-relay | - | feature flags
apollo-portal apollo-service | apollo config | configuration management, configuration center
nacos | - | service discovery, configuration management
spring-cloud-config-server | - | configuration server
eureka | - | service discovery
spring-boot-admin | - | spring boot administration
swagger-ui swagger-editor | openapi | api documentation
redoc | - | api documentation
structurizr structurizr-onpremises | - | architecture diagrams, c4 model
plantuml plantuml-server | - | diagrams, uml
kroki | - | diagrams as code, diagrams
mermaid mermaid-live-editor | - | diagrams as code, diagrams
drawio | diagrams.net | diagrams, diagram editor, whiteboard
excalidraw | - | whiteboard, diagrams
appsmith | - | low code, internal tools, admin panels
tooljet | - | low code, internal tools
budibase | - | low code, internal tools
retool | - | low code, internal tools
lowcoder illa-builder | - | low code, internal tools
windmill | - | internal tools, workflow engine, scripts
parse-server | - | mobile backend, backend as a service
parse-dashboard | - | mobile backend administration
supabase | - | backend as a service, firebase alternative, postgres platform
appwrite | - | backend as a service, firebase alternative
pocketbase | - | backend as a service
nhost | - | backend as a service
convex | - | backend as a service, reactive database
`;
