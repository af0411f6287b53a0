/** Home automation, media, photographs, downloads, games and personal applications, in the form known-software.ts reads. */
export const HOME = `
home-assistant | hass | home automation, smart home
openhab | - | home automation, smart home
domoticz iobroker fhem | - | home automation, smart home
homebridge | - | home automation, homekit, smart home
scrypted | - | cameras, homekit, smart home
esphome | - | home automation, microcontrollers, smart home
tasmoadmin tasmota | - | smart plugs, device administration
zigbee2mqtt | z2m | zigbee gateway, mqtt, smart home
deconz | - | zigbee gateway, smart home
zwave-js-ui zwavejs2mqtt zwave-js | z-wave | z-wave gateway, smart home
matter-server | - | matter devices, smart home
appdaemon | - | home automation, automations
frigate | - | camera recorder, nvr, video surveillance, object detection
zoneminder shinobi | - | camera recorder, nvr, video surveillance
motioneye motion viseron | - | camera recorder, video surveillance
go2rtc mediamtx rtsp-simple-server | - | camera streaming, rtsp server
double-take compreface | - | face recognition
evcc | - | electric vehicle charging, solar energy
teslamate | - | tesla data logger, vehicle tracking
octoprint | - | 3d printer control
spoolman | - | 3d printing, filament inventory
rtl-433 rtlamr2mqtt | - | radio sensors, smart meter
weewx | - | weather station
jellyfin | - | media server, video streaming, movies, music
plex plex-media-server kube-plex | - | media server, video streaming, movies, music
emby | - | media server, video streaming, movies
kodi | - | media center
jellyseerr seerr | - | media requests, movies
overseerr | - | media requests, movies
ombi | - | media requests, movies
tautulli | - | plex statistics
tdarr unmanic | - | video transcoding
handbrake makemkv | - | video transcoding, dvd ripping
sonarr | - | tv series download, series manager, pvr
radarr | - | movie download, movie manager
lidarr | - | music download, music manager
readarr | - | book download, ebook manager
bazarr | - | subtitles, subtitle download
whisparr mylar mylar3 | - | media download
prowlarr | - | indexer manager, torrent indexers
jackett | - | torrent indexers, indexer proxy
flaresolverr | - | captcha proxy
recyclarr notifiarr unpackerr autobrr cross-seed | - | media automation
exportarr | - | media server metrics
qbittorrent | qbit | torrent client, download client
transmission transmission-openvpn | - | torrent client, download client
deluge | - | torrent client, download client
rtorrent rutorrent rtorrent-flood flood | - | torrent client, download client
sabnzbd | - | usenet client, download client
nzbget nzbhydra2 nzbhydra | - | usenet client, download client
pyload jdownloader jdownloader2 aria2 | - | download manager
youtubedl youtubedl-material tubearchivist metube pinchflat | - | video download, youtube archive
invidious piped | - | youtube front end
tvheadend | - | tv server, dvb, recording
xteve threadfin ersatztv dispatcharr | - | iptv, live tv
owncast | - | live streaming, video streaming
ant-media-server antmedia nginx-rtmp | - | live streaming, video streaming
mediagoblin kaltura | - | media publishing, video platform
navidrome | - | music server, music streaming, subsonic
airsonic airsonic-advanced gonic subsonic | - | music server, music streaming
koel ampache funkwhale | - | music server, music streaming
mopidy mpd snapcast music-assistant | - | music player, multi-room audio
logitech-media-server lms-server | squeezebox | music server
icecast | - | internet radio, audio streaming
azuracast | - | internet radio, web radio
audiobookshelf | abs | audiobook server, podcasts
booksonic | - | audiobook server
podgrab gpodder | - | podcasts
calibre | - | ebook library, ebook manager
calibre-web | - | ebook library, ebook reader
kavita | - | comic reader, manga, ebook reader
komga | - | comic reader, manga
ubooquity lazylibrarian | - | ebook library, comics
immich | - | photo library, photo backup, google photos alternative
photoprism | - | photo library, photo management
piwigo | - | photo gallery
librephotos | - | photo library, photo management
photoview lychee pigallery2 ente | - | photo gallery, photo library
chevereto | - | image hosting
mealie | - | recipes, meal planning, cookbook
tandoor tandoor-recipes | - | recipes, meal planning, cookbook
recipesage kitchenowl | - | recipes, meal planning
wger | - | fitness, workout tracking
fittrackee endurain | - | workout tracking
lubelogger hammond | - | vehicle maintenance
gramps gramps-web webtrees | - | genealogy, family tree
dawarich owntracks | - | location history, location tracking
ryot yamtrack | - | media tracking
baby-buddy | - | baby tracking
it-tools | - | developer tools, converters
cyberchef | - | encoding, data conversion
convertx vert | - | file conversion
minecraft minecraft-java | - | game server
minecraft-bedrock | - | game server
minecraft-proxy velocity bungeecord | - | game server proxy
minecraft-operator shulker-operator | - | game servers
pterodactyl pterodactyl-panel crafty crafty-controller | - | game server administration
agones | - | game servers, game server hosting, multiplayer
open-match | - | matchmaking, multiplayer games
nakama | - | game backend, multiplayer
valheim | - | game server
factorio | - | game server
terraria | - | game server
satisfactory palworld enshrouded | - | game server
ark-survival ark-cluster | ark survival evolved | game server
rust-server | - | game server
csgo cs2 counter-strike | - | game server
teeworlds xonotic quake quake3 | - | game server
7-days-to-die project-zomboid vrising | - | game server
luanti minetest | - | game server
romm | - | retro games, rom library
emulatorjs retroarch | - | retro games, emulator
steam-headless games-on-whales | - | game streaming
foundry-vtt | - | role playing, virtual tabletop
lichess lila | - | chess
kubeinvaders kubedoom | - | chaos engineering, game
boinc foldingathome | fah | distributed computing, volunteer computing
xmrig | - | cryptocurrency mining
webtop kasm kasmweb | - | remote desktop, desktop in the browser
novnc vnc xrdp | - | remote desktop
firefox chromium | - | web browser, remote browser
cups | - | print server
scanservjs | - | scanner
nut nut-upsd network-ups-tools peanut | - | ups monitoring, power supply
`;
