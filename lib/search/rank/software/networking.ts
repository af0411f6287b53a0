/** Ingress, gateways, meshes, networks, DNS and proxies, in the form known-software.ts reads. */
export const NETWORKING = `
ingress-nginx | - | ingress controller, reverse proxy, load balancer
nginx-ingress nginx-ingress-controller | - | ingress controller, reverse proxy, load balancer
traefik | - | ingress controller, reverse proxy, load balancer, gateway api
traefik-crds | - | traefik custom resources
traefik-mesh maesh | - | service mesh
haproxy-ingress | - | ingress controller, reverse proxy, load balancer
haproxy | - | load balancer, reverse proxy
kubernetes-ingress | haproxy ingress controller | ingress controller, haproxy, load balancer
contour | project contour | ingress controller, envoy, gateway api
emissary-ingress emissary ambassador edge-stack | ambassador edge stack | api gateway, ingress controller, envoy
gloo gloo-gateway | gloo edge | api gateway, ingress controller, envoy
kgateway | - | api gateway, gateway api, envoy
envoy | - | proxy, load balancer
envoy-gateway gateway-helm | - | gateway api, api gateway, ingress controller, envoy
nginx-gateway-fabric | ngf | gateway api, api gateway, ingress controller
kong | - | api gateway, ingress controller
kong-operator gateway-operator | - | api gateway, gateway api, operator
kong-ingress kong-ingress-controller | - | api gateway, ingress controller
konga | - | kong administration
apisix apache-apisix | - | api gateway, ingress controller
apisix-ingress-controller | - | api gateway, ingress controller
apisix-dashboard | - | api gateway administration
tyk tyk-oss tyk-stack tyk-headless tyk-gateway | - | api gateway, api management
krakend | - | api gateway, backend for frontend
gravitee apim | gravitee apim | api management, api gateway
wso2am am-pattern-1 | wso2 api manager | api management, api gateway
fusio | - | api management
higress | - | api gateway, ai gateway, ingress controller
skipper | - | ingress controller, http router
voyager | - | ingress controller, haproxy
caddy caddy-ingress-controller | - | web server, reverse proxy, automatic https
nginx | - | web server, reverse proxy, static files, load balancer
nginx-proxy-manager | - | reverse proxy administration, lets encrypt
apache httpd apache2 | - | web server, http server
openresty | - | web server, nginx lua
tomcat | - | java application server, servlet container
jboss wildfly | - | java application server, java ee
jetty | - | java application server, servlet container
pomerium | - | zero trust access, identity aware proxy, reverse proxy
teleport teleport-cluster | - | access proxy, ssh access, kubernetes access, zero trust access
teleport-kube-agent | - | access proxy, kubernetes access
boundary | hashicorp boundary | access proxy, remote access, zero trust access
guacamole apache-guacamole | - | remote desktop gateway, rdp, vnc, ssh
rustdesk rustdesk-server | - | remote desktop, remote support
meshcentral | - | remote management, remote desktop
istio istio-base istiod | - | service mesh, mutual tls, traffic management
istio-operator | - | service mesh operator
istio-ingress istio-ingressgateway istio-gateway | - | service mesh ingress, gateway
istio-cni ztunnel | - | service mesh, ambient mesh
kiali kiali-server | - | service mesh console, istio dashboard
kiali-operator | - | service mesh console, istio dashboard
linkerd linkerd2 linkerd-control-plane | - | service mesh, mutual tls
linkerd-viz | - | service mesh dashboard, traffic metrics
linkerd-crds | - | service mesh custom resources
consul | hashicorp consul | service discovery, service mesh, key value store
kuma | kong mesh | service mesh
osm open-service-mesh | - | service mesh
nginx-service-mesh | - | service mesh
meshery | - | service mesh management
network-service-mesh nsm | - | network service mesh
aperture-controller aperture-agent | - | load management, rate limiting
ratelimit envoy-ratelimit | - | rate limiting
flagger | - | progressive delivery, canary deployment, blue green deployment
argo-rollouts | - | progressive delivery, canary deployment, blue green deployment
cilium | - | container network, cni, network policy, ebpf, service mesh
tetragon | - | runtime security, ebpf, security observability
tigera-operator calico projectcalico | - | container network, cni, network policy
calico-crds | - | calico custom resources
flannel | - | container network, cni, overlay network
weave-net weave | - | container network, cni
kube-router | - | container network, cni, network policy
antrea | - | container network, cni, network policy
kube-ovn | - | container network, cni, subnets
ovn-kubernetes | - | container network, cni
multus multus-cni | - | multiple network interfaces, cni meta plugin
whereabouts | - | ip address management, ipam, cni
sriov-network-operator | sr-iov | hardware network interfaces, cni
nmstate kubernetes-nmstate | - | node network configuration
submariner submariner-operator submariner-k8s-broker | - | multi-cluster networking, cross-cluster network
skupper | - | multi-cluster networking, service interconnect
liqo | - | multi-cluster, cluster federation
karmada | - | multi-cluster orchestration, cluster federation
metallb | - | load balancer, bare metal, bgp, loadbalancer service
kube-vip | - | load balancer, virtual ip, control plane high availability
kube-vip-cloud-provider | - | load balancer, cloud controller
purelb | - | load balancer, bare metal
openelb porter | - | load balancer, bare metal, bgp
loxilb kube-loxilb | - | load balancer, bare metal, ebpf
keepalived | - | virtual ip, vrrp, high availability
frr frr-k8s | frrouting | bgp routing
coredns | - | dns server, cluster dns, name resolution
node-local-dns | - | dns cache, cluster dns
k8s-gateway | - | dns server, ingress dns
external-dns | - | dns records, route53, cloudflare dns, dns synchronization
powerdns pdns | - | dns server, authoritative dns
powerdns-admin | - | dns administration
bind9 bind | - | dns server, authoritative dns
unbound | - | dns resolver, recursive dns
dnsmasq | - | dns server, dhcp server
technitium technitium-dns dns-server | - | dns server, ad blocker
pihole | - | ad blocker, dns sinkhole, dns server
adguard-home adguard | agh | ad blocker, dns sinkhole, dns server
blocky | - | ad blocker, dns proxy
dnscrypt-proxy | - | encrypted dns, dns over https
ddclient cloudflare-ddns ddns-updater | - | dynamic dns
cloudflared cloudflare-tunnel | argo tunnel | tunnel, expose services, remote access
cloudflare-tunnel-ingress-controller cloudflare-operator | - | tunnel, ingress controller, expose services
ngrok-operator ngrok | - | tunnel, expose services, ingress controller
inlets inlets-operator inlets-server | - | tunnel, expose services, load balancer
frp frps frpc | - | tunnel, reverse proxy, expose services
chisel chisel-operator | - | tunnel, expose services
wireguard wg-easy wireguard-ui | wg | vpn, remote access
wg-portal wg-access-server | - | vpn administration, wireguard
firezone | - | vpn, zero trust access, wireguard
netbird | - | vpn, mesh vpn, wireguard
netmaker | - | vpn, mesh vpn, wireguard
headscale | - | vpn, tailscale control server, mesh vpn
tailscale tailscale-operator | - | vpn, mesh vpn, remote access
openvpn openvpn-as | ovpn | vpn, remote access
strongswan | - | ipsec, vpn
zerotier zerotier-one | - | vpn, mesh vpn
kilo | - | vpn, wireguard, multi-cloud network
gluetun | - | vpn client
squid | - | http proxy, forward proxy, web cache
tinyproxy privoxy | - | http proxy, forward proxy
mitmproxy | - | http proxy, traffic inspection
shadowsocks shadowsocks-rust v2ray | - | proxy, censorship circumvention
tor tor-controller | - | anonymity, onion service
coturn stunner | turn server | turn server, stun server, webrtc, nat traversal
freeradius radius | - | radius server, network authentication
ntp chrony | - | time synchronization, time server
dhcp kea isc-dhcp-server | kea dhcp | dhcp server, ip addresses
tftp tftpd netboot-xyz | - | network boot, pxe
tinkerbell | - | bare metal provisioning, pxe
ironic metal3 baremetal-operator | - | bare metal provisioning
matchbox | - | network boot, bare metal provisioning
netbox | - | ip address management, ipam, network inventory, dcim
netbox-operator | - | ip address management
nautobot | - | network automation, ipam, network inventory
phpipam | - | ip address management, ipam
unifi unifi-controller unifi-network-application | ubiquiti | network controller, wifi management
omada-controller | tp-link omada | network controller, wifi management
network-multitool netshoot | - | network debugging, network troubleshooting
echo-server http-echo | - | test server, http echo
httpbin go-httpbin | - | http test server, http echo
podinfo | - | sample application, demo app
whoami | - | sample application, http echo
hello-world hello-kubernetes | - | sample application, demo app
`;
