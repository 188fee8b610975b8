#!/bin/sh
# Keeps what is worth keeping, while everything runs: sh docker/backup.sh FOLDER
# The snapshot comes first: whatever it names is in the store by then.
set -eu
cd "$(dirname "$0")/.."
. docker/elastic.sh
folder=${1:?name a folder that is not there yet}
mkdir "$folder"
use_backups
es _snapshot/backups/last -o /dev/null -X DELETE 2>/dev/null || true
es '_snapshot/backups/last?wait_for_completion=true' -X PUT \
  -d '{ "indices": "'"${BAYAN_PREFIX:-bayan}"'-*", "include_global_state": false }' | grep -q '"state":"SUCCESS"'
docker compose exec -T elasticsearch tar -C /backups -cf - . >"$folder/elasticsearch.tar"
docker compose exec -T api tar -C /data -cf - store >"$folder/store.tar"
echo "Everything is in $folder."
