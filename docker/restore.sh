#!/bin/sh
# Brings back what backup.sh kept, in place of what is there: sh docker/restore.sh FOLDER
set -eu
cd "$(dirname "$0")/.."
. docker/elastic.sh
folder=${1:?name the folder of a backup}
docker compose stop worker watcher
docker compose exec -T elasticsearch sh -c 'rm -rf /backups/* && tar -C /backups -xf -' <"$folder/elasticsearch.tar"
docker compose exec -T api tar -C /data -xf - <"$folder/store.tar"
es _snapshot/backups -o /dev/null -X DELETE 2>/dev/null || true
use_backups
for index in $(es "_cat/indices/${BAYAN_PREFIX:-bayan}-*?h=index"); do
  es "$index" -o /dev/null -X DELETE
done
es '_snapshot/backups/last/_restore?wait_for_completion=true' -X POST \
  -d '{ "indices": "'"${BAYAN_PREFIX:-bayan}"'-*", "include_global_state": false }' | grep -q '"failed":0'
docker compose start worker watcher
echo "The state of $folder is back."
