// Has the next import give all hubs of a store that stands already their fronts.
MERGE (lock:Lock {name: 'fronts'});
