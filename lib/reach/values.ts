/** Stands where a network's id does, for every network there is. */
export const ALL_NETWORKS = "all_networks";
