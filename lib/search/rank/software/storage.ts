/** Object stores, volumes, file systems, backup and migration, in the form known-software.ts reads. */
export const STORAGE = `
minio | - | s3 storage, object storage, s3 compatible, bucket storage
minio-operator operator-minio | - | s3 storage, object storage, operator
minio-tenant | - | s3 storage, object storage
seaweedfs | - | object storage, distributed file system, s3 compatible
garage | - | object storage, s3 compatible
rustfs | - | object storage, s3 compatible
zenko cloudserver | - | object storage, s3 compatible
s3gw | - | object storage, s3 compatible
s3proxy | - | s3 api proxy, object storage
swift | openstack swift | object storage
cosi cosi-controller | - | object storage interface, bucket provisioning
s3-operator s3manager | - | bucket management, object storage
filestash | - | web file manager, file sharing
rook-ceph rook | - | ceph operator, distributed storage, block storage, object storage, file system
rook-ceph-cluster | - | ceph, distributed storage, block storage, object storage
ceph | - | distributed storage, block storage, object storage
ceph-csi-rbd | rbd | ceph, csi driver, block storage
ceph-csi-cephfs | cephfs | ceph, csi driver, shared file system
longhorn | - | distributed block storage, persistent volumes, volume replication
openebs | - | local storage, block storage, persistent volumes
mayastor | - | block storage, nvme, persistent volumes
cstor jiva | - | block storage, persistent volumes
zfs-localpv | zfs | local storage, persistent volumes, csi driver
lvm-localpv | lvm | local storage, persistent volumes, csi driver
topolvm | lvm | local storage, persistent volumes, csi driver
directpv directcsi | - | local storage, persistent volumes, csi driver
hwameistor | - | local storage, persistent volumes
local-path-provisioner | - | local storage, dynamic provisioning, persistent volumes
local-static-provisioner local-volume-provisioner | - | local storage, persistent volumes
hostpath-provisioner csi-driver-host-path | - | local storage, persistent volumes
linstor piraeus piraeus-operator drbd | - | replicated block storage, persistent volumes
portworx px | - | distributed block storage, persistent volumes
storageos ondat | - | distributed block storage, persistent volumes
glusterfs heketi | gluster | distributed file system
kadalu | - | glusterfs, persistent volumes
beegfs beegfs-csi-driver | - | parallel file system
lustre-csi-driver lustre | - | parallel file system
moosefs | - | distributed file system
juicefs-csi-driver juicefs | - | distributed file system, csi driver, s3 file system
juicefs-s3-gateway | - | s3 gateway, object storage
cubefs | - | distributed file system, object storage
curve | - | distributed storage
ipfs ipfs-cluster kubo | - | peer to peer storage, content addressed storage
nfs-subdir-external-provisioner nfs-client-provisioner | nfs client | nfs, dynamic provisioning, shared storage, persistent volumes
nfs-server-provisioner nfs-ganesha-server-and-external-provisioner | - | nfs server, shared storage, persistent volumes
nfs-server nfs | - | file server, shared storage
csi-driver-nfs | - | nfs, csi driver, shared storage
csi-driver-smb | - | windows file sharing, csi driver, shared storage
csi-driver-iscsi iscsi | - | iscsi, csi driver, block storage
democratic-csi | - | truenas, zfs, iscsi, nfs, csi driver
synology-csi synology-csi-driver | - | nas, csi driver, iscsi
csi-s3 k8s-csi-s3 | - | s3 file system, csi driver
aws-mountpoint-s3-csi-driver | - | s3 file system, csi driver, aws
aws-ebs-csi-driver | ebs | aws block storage, csi driver, persistent volumes
aws-efs-csi-driver efs-provisioner | efs | aws file storage, csi driver, shared storage
aws-fsx-csi-driver aws-fsx-openzfs-csi-driver | fsx | aws file storage, csi driver, lustre
azuredisk-csi-driver | azure disk | azure block storage, csi driver
azurefile-csi-driver | azure file | azure file storage, csi driver, shared storage
blob-csi-driver | azure blob | azure object storage, csi driver
gcp-compute-persistent-disk-csi-driver gcp-filestore-csi-driver | - | google cloud storage, csi driver
openstack-cinder-csi cinder-csi | cinder | openstack block storage, csi driver
openstack-manila-csi manila-csi | manila | openstack file storage, csi driver
vsphere-csi vsphere-csi-driver | - | vmware storage, csi driver
hcloud-csi csi-hcloud | hetzner csi | hetzner storage, csi driver
digitalocean-csi-driver csi-digitalocean | - | digitalocean storage, csi driver
linode-blockstorage-csi-driver | - | linode storage, csi driver
scaleway-csi | - | scaleway storage, csi driver
vultr-csi | - | vultr storage, csi driver
exoscale-csi | - | exoscale storage, csi driver
proxmox-csi-plugin | - | proxmox storage, csi driver
trident-operator trident | netapp | netapp storage, csi driver
pure-csi | - | pure storage, csi driver
dell-csi-operator csi-powerstore csi-powermax csi-isilon csi-unity csi-vxflexos | - | dell storage, csi driver
hpe-csi-driver | - | hpe storage, csi driver
ibm-block-csi-operator | - | ibm storage, csi driver
nutanix-csi-storage | - | nutanix storage, csi driver
cloudian | - | object storage
snapshot-controller csi-snapshotter | - | volume snapshots, csi snapshots
snapscheduler | - | scheduled volume snapshots, backup
volsync | - | volume replication, backup, disaster recovery
pvc-autoresizer | - | volume expansion, storage autoscaling
pv-migrate | - | volume migration
velero | - | cluster backup, disaster recovery, restore, migration
velero-ui vui | - | backup web interface
k8up | - | backup operator, restic
stash-community stash-enterprise | - | backup operator, restic
kubestash | - | backup operator, restore
kanister-operator kanister | - | application backup, data protection
k10 kasten | kasten k10, veeam kasten | cluster backup, disaster recovery, data protection
trilio k8s-triliovault-operator | triliovault | cluster backup, data protection
gemini | - | volume snapshots, backup
etcd-backup etcd-backup-restore | - | etcd backup, disaster recovery
restic restic-rest-server rest-server | - | backup server, backup repository
borgbackup borg borgmatic borgserver | - | backup
kopia | - | backup
duplicati | - | backup, encrypted backup
urbackup | - | backup server, image backup
bacula bareos | - | backup server, network backup
backuppc | - | backup server
proxmox-backup-server | pbs | backup server
syncthing | - | file synchronization, file sync
resilio-sync resilio | - | file synchronization, file sync
rclone | - | cloud storage sync, file synchronization
nextcloud | - | file sharing, file sync, cloud drive, groupware, collaboration
owncloud | - | file sharing, file sync, cloud drive
ocis | owncloud infinite scale | file sharing, file sync, cloud drive
opencloud | - | file sharing, file sync, cloud drive
seafile | - | file sharing, file sync, cloud drive
pydio pydio-cells | - | file sharing, file sync
filebrowser | - | web file manager, file sharing
filerun | - | web file manager, file sharing
sftpgo | - | sftp server, ftp server, file transfer
sftp sftp-server atmoz-sftp | - | sftp server, file transfer, ssh
ftp vsftpd proftpd pure-ftpd | - | ftp server, file transfer
webdav | - | webdav server, file sharing
projectsend | - | file sharing, file transfer
pingvin-share pingvin | - | file sharing, share links
firefox-send | - | file sharing, encrypted file transfer
gokapi chibisafe zipline | - | file sharing, file upload
picoshare transfer-sh | - | file sharing, share links
xbackbone sharex lsky | - | image hosting, file upload
`;
