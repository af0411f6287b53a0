/** What runs, scales, tends and divides clusters, clouds and hardware, in the form known-software.ts reads. */
export const CLUSTERS = `
cluster-autoscaler | - | node autoscaling, autoscaler, scale nodes
karpenter karpenter-provider-aws | - | node autoscaling, node provisioning, autoscaler
karpenter-crd | - | karpenter custom resources
keda | - | event driven autoscaling, autoscaler, scale to zero, hpa
keda-add-ons-http http-add-on | - | http autoscaling, scale to zero
kedify-agent | - | event driven autoscaling
cluster-proportional-autoscaler cpa | - | autoscaling, scale dns
overprovisioner cluster-overprovisioner | - | spare capacity, pause pods
sablier | - | scale to zero, start on demand
kube-downscaler py-kube-downscaler | downscaler | scale down at night, cost saving
kubernetes-schedule-scaler | - | scheduled scaling
descheduler | - | pod rebalancing, pod eviction
volcano | - | batch scheduler, gang scheduling
yunikorn | - | batch scheduler, resource scheduler
kueue | - | job queueing, batch scheduling
scheduler-plugins as-a-second-scheduler | - | pod scheduling
koordinator | - | pod scheduling, colocation
kured | - | node reboot, reboot daemon, node maintenance
system-upgrade-controller | suc | node upgrades, cluster upgrades
aws-node-termination-handler | nth | spot instances, node drain
spot-termination-exporter k8s-spot-termination-handler | - | spot instances, node drain
draino | - | node drain, node remediation
medik8s node-healthcheck-operator | - | node remediation
node-feature-discovery | nfd | hardware detection, node labels
kube-fencing | - | node fencing, high availability
pod-reaper | - | pod cleanup
k8s-cleaner k8s-image-cleaner eraser | - | image cleanup, resource cleanup
kube-janitor kubernetes-janitor | - | resource cleanup, time to live
kube-cleanup-operator | - | resource cleanup, finished jobs
oomkill-exporter | - | out of memory monitoring
gpu-operator | nvidia gpu operator | nvidia drivers, gpu nodes, gpu
nvidia-device-plugin k8s-device-plugin | - | gpu scheduling, gpu
amd-gpu amd-gpu-operator | - | gpu scheduling, gpu
intel-device-plugins-operator intel-device-plugins-gpu | - | hardware acceleration, gpu
network-operator | nvidia network operator | rdma, high speed network
hami | - | gpu sharing, gpu virtualization
akri | - | edge devices, leaf devices, iot
smarter-device-manager generic-device-plugin | - | host devices, usb devices
kubevirt kubevirt-operator | - | virtual machines, virtualization
cdi containerized-data-importer | - | virtual machine images, disk import
kubevirt-manager | - | virtual machine web interface
harvester | - | hyperconverged infrastructure, virtual machines
kata-deploy kata-containers | - | sandboxed containers, container runtime
gvisor | - | sandboxed containers, container runtime
kwasm-operator spin-operator spinkube wasmcloud-platform | - | webassembly, wasm runtime
kwok | - | simulated clusters, fake nodes
vcluster | loft vcluster | virtual clusters, multi-tenancy
vcluster-platform loft | - | virtual clusters, multi-tenancy, self-service clusters
capsule | - | multi-tenancy, tenants, namespace isolation
capsule-proxy | - | multi-tenancy, api proxy
kiosk | - | multi-tenancy, self-service namespaces
hnc hierarchical-namespaces | - | multi-tenancy, hierarchical namespaces
multi-tenant-operator | stakater tenant operator | multi-tenancy, tenants
kcp | - | control plane, multi-tenancy
kamaji | - | hosted control plane, managed clusters
k0smotron | - | hosted control plane, managed clusters
hypershift | - | hosted control plane
gardener gardenlet | - | cluster management, managed clusters
cluster-api cluster-api-operator capi-operator | capi | cluster provisioning, cluster lifecycle
rancher | - | cluster management, multi-cluster management, kubernetes dashboard
rancher-monitoring | - | monitoring, prometheus, grafana
rancher-logging | - | logging, log collector
rancher-backup | - | rancher backup, disaster recovery
open-cluster-management cluster-manager klusterlet | ocm | multi-cluster management
kubesphere ks-core | - | container platform, cluster management, kubernetes dashboard
kubefed | - | multi-cluster, cluster federation
clusternet clusternet-hub clusternet-agent | - | multi-cluster management
sveltos projectsveltos | - | multi-cluster add-ons, cluster management
kubernetes-dashboard | - | kubernetes web interface, cluster dashboard
headlamp | - | kubernetes web interface, cluster dashboard
lens-metrics | lens | kubernetes ide
k8s-dashboard-lite skooner k8dash | - | kubernetes web interface, cluster dashboard
octant | - | kubernetes web interface, cluster dashboard
kubenav | - | kubernetes web interface, mobile
kube-ops-view | - | cluster visualization, kubernetes dashboard
kube-resource-report | - | resource usage report, cost report
kube-web-view | - | kubernetes web interface
weave-scope | - | cluster visualization, container monitoring
portainer | - | container management, docker web interface, kubernetes dashboard
yacht dockge | - | container management
portainer-agent | - | container management
cyclops cyclops-ui | - | kubernetes web interface, developer platform
komodor-agent k8s-watcher | komodor | kubernetes troubleshooting
karpor | - | cluster search, kubernetes explorer
kubeview | - | cluster visualization
cloudtty webkubectl | - | web terminal, kubectl in the browser
ttyd wetty gotty | - | web terminal, ssh in the browser
homepage gethomepage | - | start page, dashboard, bookmarks
homer | - | start page, dashboard, bookmarks
heimdall | - | start page, dashboard, bookmarks
dashy | - | start page, dashboard, bookmarks
homarr | - | start page, dashboard, bookmarks
flame organizr hajimari | - | start page, dashboard, bookmarks
forecastle | - | start page, application launcher
operator-lifecycle-manager olm | - | operator management
crossview | - | crossplane dashboard
metacontroller metacontroller-helm | - | custom controllers, operator framework
shell-operator | - | hooks, operator framework
kro | - | resource composition, platform engineering
namespace-configuration-operator | - | namespace configuration, multi-tenancy
resource-locker-operator patch-operator | - | resource patching
k8s-ttl-controller | - | resource cleanup, time to live
aws-load-balancer-controller aws-alb-ingress-controller | alb, nlb, alb ingress, lbc | aws load balancer, ingress controller
aws-gateway-controller-chart aws-gateway-api-controller | vpc lattice | gateway api, aws
aws-vpc-cni | - | container network, cni, aws
aws-for-fluent-bit | - | log forwarding, cloudwatch
aws-cloudwatch-metrics | - | metrics collector, cloudwatch, container insights
aws-cloud-controller-manager | - | cloud provider, aws
aws-xray xray-daemon | - | distributed tracing, aws
ack-chart | ack | aws resources, infrastructure as code
appmesh-controller | aws app mesh | service mesh, aws
azure-service-operator | aso | azure resources, infrastructure as code
ingress-azure | agic, application gateway | ingress controller, azure
cloud-provider-azure | - | cloud provider, azure
config-connector | kcc | google cloud resources, infrastructure as code
gcp-cloud-controller-manager | - | cloud provider, google cloud
gcs-fuse-csi-driver gcsfuse | - | google cloud storage, csi driver
openstack-cloud-controller-manager | occm | cloud provider, openstack
hcloud-cloud-controller-manager hcloud-ccm | hetzner ccm | cloud provider, hetzner, load balancer
digitalocean-cloud-controller-manager | - | cloud provider, digitalocean
vsphere-cpi | - | cloud provider, vmware
ccm-linode | - | cloud provider, linode
proxmox-cloud-controller-manager | - | cloud provider, proxmox
oci-cloud-controller-manager | - | cloud provider, oracle cloud
keystone | openstack keystone | openstack identity
nova-openstack openstack-helm | openstack | private cloud
opennebula | - | private cloud, virtual machines
cloudstack | - | private cloud
foreman | - | server provisioning
maas | - | bare metal provisioning
kubeedge cloudcore | - | edge computing, iot
openyurt yurt-manager | - | edge computing
superedge | - | edge computing
chaos-mesh | - | chaos engineering, fault injection, resilience testing
litmus litmus-core litmuschaos litmus-agent | - | chaos engineering, fault injection, resilience testing
kube-monkey chaoskube | - | chaos engineering, kill pods, resilience testing
chaos-controller | datadog chaos controller | chaos engineering, fault injection
gremlin | - | chaos engineering, fault injection
toxiproxy | - | network fault injection, resilience testing
pumba powerfulseal krkn | - | chaos engineering, fault injection
steadybit-agent steadybit-outpost | steadybit | chaos engineering, resilience testing
knative knative-operator knative-serving | - | serverless, functions, scale to zero
knative-eventing | - | event driven, serverless
openfaas | faas | serverless, functions as a service
fission fission-all | - | serverless, functions as a service
kubeless | - | serverless, functions as a service
openwhisk | - | serverless, functions as a service
nuclio | - | serverless, functions as a service
openfunction | - | serverless, functions as a service
fn | fn project | serverless, functions as a service
dapr | - | distributed application runtime, microservices, pub sub, state store
dapr-dashboard | - | microservices dashboard
temporal temporalio | - | workflow engine, durable execution, orchestration
cadence | - | workflow engine, durable execution, orchestration
conductor netflix-conductor orkes-conductor | - | workflow engine, orchestration
zeebe camunda-platform camunda camunda-bpm-platform | camunda 8 | workflow engine, bpm, process automation, bpmn
flowable flowable-enterprise | - | workflow engine, bpm, bpmn
kogito jbpm | - | workflow engine, bpm, rules
activiti | - | workflow engine, bpm, bpmn
restate | - | durable execution, workflow engine
hatchet | - | task queue, workflow engine
inngest trigger-dev | - | background jobs, workflow engine
cronicle dkron | - | job scheduler, cron
xxl-job powerjob | - | job scheduler, distributed jobs
ofelia kubernetes-cronjob | - | cron, job scheduler
n8n | - | workflow automation, zapier alternative, integrations
node-red | - | workflow automation, iot, flow programming
activepieces | - | workflow automation, zapier alternative, integrations
automatisch huginn | - | workflow automation, zapier alternative
kestra | - | workflow orchestration, data pipelines, scheduler
camel-k | - | integration framework, enterprise integration
`;
