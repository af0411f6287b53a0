/** Content, communication, collaboration and business applications, in the form known-software.ts reads. */
export const BUSINESS = `
wordpress | wp | cms, blog, website
drupal | - | cms, website
joomla | - | cms, website
ghost | - | blog, publishing, newsletter, cms
typo3 | - | cms, website
strapi | - | headless cms, content api
payloadcms | - | headless cms, content api
keystonejs | - | headless cms
plone | - | cms, website
wagtail django-cms | - | cms, website
umbraco | - | cms, website
liferay | - | portal, digital experience platform, cms
magnolia | - | cms, digital experience platform
hippo bloomreach | - | cms
concrete5 silverstripe grav | - | cms, website
writefreely | - | blog, publishing
wallabag | - | read later, save articles
hugo jekyll | - | static site generator
magento | adobe commerce | online shop, e-commerce, web shop
prestashop | - | online shop, e-commerce, web shop
opencart | - | online shop, e-commerce, web shop
woocommerce | - | online shop, e-commerce, web shop
shopware | - | online shop, e-commerce, web shop
saleor | - | headless commerce, e-commerce, online shop
medusa medusajs | - | headless commerce, e-commerce, online shop
sylius spree oscommerce | - | online shop, e-commerce
odoo | openerp | erp, crm, accounting, inventory, business management
dolibarr | - | erp, crm, invoicing, business management
erpnext | frappe | erp, accounting, inventory, business management
tryton | - | erp, business management
axelor | - | erp, crm
metasfresh idempiere | - | erp
openboxes inventree part-db | - | inventory management, parts management, stock
snipe-it | - | asset management, it inventory
glpi | - | it asset management, help desk, service desk
homebox | - | home inventory
grocy | - | household inventory, groceries
suitecrm | sugarcrm | crm, customer relationship management
espocrm | - | crm, customer relationship management
vtiger vtigercrm | - | crm, customer relationship management
twenty | - | crm, customer relationship management
monica | - | personal crm, contacts
mautic | - | marketing automation, email marketing
civicrm | - | crm, nonprofit
listmonk | - | newsletter, mailing list, email marketing
mailtrain keila sendportal | - | newsletter, email marketing
phplist | - | newsletter, mailing list
invoiceninja | - | invoicing, billing
invoiceplane crater | - | invoicing, billing
killbill | - | subscription billing, payments
lago | - | usage based billing, metering
openmeter | - | usage metering, billing
firefly-iii firefly firefly-db | - | personal finance, budgeting
actual actualbudget actual-server | - | budgeting, personal finance
ghostfolio | - | portfolio tracker, personal finance, wealth management
kresus | - | personal finance
kimai kimai2 | - | time tracking, timesheet
solidtime traggo | - | time tracking
orangehrm | - | human resources, hr management
easyappointments cal-com | - | appointment scheduling, calendar booking
rallly framadate | - | meeting polls, scheduling
documenso docuseal opensign | - | document signing, electronic signature
limesurvey | - | surveys, questionnaires, forms
formbricks | - | surveys, forms
typebot ohmyform heyform | - | forms, chatbot builder
redmine | - | project management, issue tracking, ticketing
openproject | - | project management, issue tracking
jira | - | issue tracking, project management, ticketing
youtrack | - | issue tracking, project management
taiga | - | project management, agile, kanban
plane plane-ce plane-enterprise | - | project management, issue tracking, jira alternative
leantime | - | project management
kanboard | - | kanban board, project management
wekan | - | kanban board, trello alternative
planka | - | kanban board, trello alternative
focalboard | - | kanban board, project management
vikunja | - | to do list, task management
tududi super-productivity | - | to do list, task management
trac | - | issue tracking
mantisbt mantis | - | bug tracking, issue tracking
bugzilla | - | bug tracking, issue tracking
huly | - | project management, team collaboration
zammad | - | help desk, ticketing, customer support
otrs znuny | - | help desk, ticketing
osticket | - | help desk, ticketing
freescout | - | help desk, shared mailbox, customer support
uvdesk helpy peppermint | - | help desk, ticketing
request-tracker rt | - | ticketing, issue tracking
chatwoot | - | customer support, live chat, help desk
papercups tawk | - | live chat, customer support
fider astuto | - | feature requests, customer feedback
confluence | - | wiki, knowledge base, documentation
mediawiki | - | wiki, knowledge base
dokuwiki | - | wiki, knowledge base
xwiki | - | wiki, knowledge base
bookstack | - | wiki, documentation, knowledge base
wiki wikijs | - | wiki, knowledge base, documentation
outline | - | wiki, knowledge base, notion alternative
docmost | - | wiki, knowledge base, confluence alternative
appflowy appflowy-cloud affine anytype | - | notes, notion alternative, knowledge base
tiddlywiki | - | wiki, notes
raneto gollum otterwiki | - | wiki
trilium trilium-notes triliumnext | - | notes, note taking
joplin joplin-server | - | notes, note taking
standardnotes | - | encrypted notes, note taking
memos | - | notes, note taking
silverbullet obsidian obsidian-livesync | - | notes, note taking
hedgedoc codimd | - | collaborative markdown editor, notes
etherpad etherpad-lite | - | collaborative editor, shared documents
cryptpad | - | encrypted collaboration, office suite
onlyoffice documentserver onlyoffice-docs | - | office suite, document editing
collabora collabora-online collabora-code | - | office suite, document editing, libreoffice
overleaf sharelatex | - | latex editor
paperless-ngx paperless paperless-ng | - | document management, document archive, ocr, scanned documents
mayan-edms mayan | - | document management, document archive
docspell teedy papermerge | - | document management, document archive
alfresco alfresco-content-services | - | document management, enterprise content management
nuxeo | - | document management, enterprise content management
openkm logicaldoc | - | document management
mattermost mattermost-team-edition mattermost-enterprise-edition | - | team chat, messaging, slack alternative
mattermost-operator | - | team chat, operator
rocketchat | - | team chat, messaging, slack alternative
zulip | - | team chat, messaging, slack alternative
synapse matrix-synapse matrix | - | matrix homeserver, chat, messaging
matrix-stack ess | element server suite | matrix homeserver, chat
dendrite conduit tuwunel continuwuity | - | matrix homeserver, chat
element-web element | riot | matrix client, chat
mautrix-whatsapp mautrix-telegram mautrix-signal mautrix-discord mautrix | - | matrix bridge, chat bridge
maubot | - | matrix bot, chatbot
ejabberd | - | xmpp server, chat, jabber
prosody | - | xmpp server, chat, jabber
openfire | - | xmpp server, chat, jabber
mongooseim | - | xmpp server, chat
ngircd unrealircd inspircd ergo | - | irc server, chat
thelounge znc quassel | - | irc client, irc bouncer, chat
mumble murmur | - | voice chat
teamspeak teamspeak3 | ts3 | voice chat
jitsi jitsi-meet | - | video conferencing, meetings, video calls
bigbluebutton | bbb | video conferencing, web conferencing, online lessons
livekit livekit-server | - | webrtc, video calls, realtime media
mediasoup janus-gateway galene | - | webrtc, video conferencing
openvidu | - | webrtc, video conferencing
nextcloud-talk-hpb | - | video calls
asterisk freepbx | - | telephony, voip, pbx
freeswitch | - | telephony, voip, pbx
kamailio opensips | - | sip server, telephony, voip
signal-cli-rest-api signal-cli | - | signal messages, notifications
gotify | - | push notifications, notification server
ntfy | - | push notifications, notification server
apprise apprise-api | - | notifications, notification gateway
novu | - | notification infrastructure, notifications
mailu | - | mail server, email server, webmail
mailcow | - | mail server, email server
docker-mailserver mailserver | - | mail server, email server, imap
poste poste-io | - | mail server, email server
stalwart stalwart-mail | - | mail server, email server, imap
postfix mail-relay | - | mail relay, smtp server, mail transfer agent
exim exim4 smtp smtp-relay | - | mail relay, smtp server, mail transfer agent
haraka postal | - | smtp server, mail delivery
dovecot | - | imap server, mail server
rspamd spamassassin | - | spam filter
roundcube roundcubemail | - | webmail, email client
rainloop snappymail | - | webmail, email client
sogo | - | groupware, webmail, calendar
zimbra carbonio kopano | - | groupware, mail server
open-xchange appsuite | ox | groupware, office suite
egroupware horde | - | groupware
mailman mailman3 | - | mailing list
sympa | - | mailing list
simplelogin anonaddy addy | - | email aliases
cypht | - | webmail
radicale baikal davis | - | calendar server, caldav, carddav, contacts
discourse | - | forum, discussion, community
flarum | - | forum, discussion
nodebb phpbb mybb | - | forum, discussion
lemmy | - | link aggregator, forum, fediverse, reddit alternative
mastodon | - | social network, microblogging, fediverse
misskey pleroma akkoma gotosocial firefish | - | social network, microblogging, fediverse
pixelfed | - | photo sharing, fediverse
peertube | - | video platform, fediverse, youtube alternative
friendica diaspora hubzilla | - | social network, fediverse
bluesky bluesky-pds pds | - | social network
humhub elgg | - | social network, intranet
apache-answer | - | questions and answers
moodle | - | learning management system, lms, e-learning, courses
canvas canvas-lms | - | learning management system, e-learning
openedx tutor | - | learning management system, e-learning, courses
ilias chamilo opigno | - | learning management system, e-learning
kolibri | - | offline learning, e-learning
koha | - | library management system
openmrs openemr | - | medical records, electronic health records
hapi-fhir-jpaserver hapi-fhir fhir-server | fhir | health data, medical records
orthanc | - | medical imaging, dicom
ohif dcm4chee | - | medical imaging, dicom
open-event-server pretix | - | event tickets, ticket sales
indico | - | conference management, events
shlink | - | url shortener, short links
yourls kutt polr dub | - | url shortener, short links
linkding | - | bookmark manager, bookmarks
linkwarden hoarder karakeep shaarli shiori wallos | - | bookmark manager, save links
linkstack littlelink | - | link page, profile links
archivebox | - | web archive, save web pages
changedetection changedetection-io | - | website change monitoring
freshrss | - | rss reader, feed reader, news reader
miniflux | - | rss reader, feed reader, news reader
tt-rss tiny-tiny-rss | - | rss reader, feed reader, news reader
commafeed selfoss | - | rss reader, feed reader
rsshub rss-bridge | - | rss feed generator
`;
