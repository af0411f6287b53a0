/**
 * How many charts say a word, in three steps. Counted once over the READMEs of 156 real charts (share of charts: a half, a
 * quarter, an eighth), as terms.ts writes them. What stands in every README tells charts apart badly; what is not listed
 * tells them apart well. A fixed table, so that nothing of what others may not see shows in anybody's ranking.
 */
const IN_MOST = split(
  "add all chart cluster com command compon configur contain creat default delet deploi deploy descript " +
    "enabl exampl fals file follow github helm http imag instal io k8s kei list name not paramet pod " +
    "polici port provid pull releas repositori resourc servic specifi tag true type uninstal valu yaml",
);
const IN_MANY = split(
  "abov access account addit affin allow altern annot api app applic argument assign associ avail base " +
    "bash bootstrap chang class clusterip config consol context control count cpu custom data doc docker " +
    "document dr dure each environ exist extern extra fullnam gener host hostnam ifnotpres includ inform " +
    "introduct ip label latest limit local manag map master memori mode more mount namespac new nil node " +
    "nodeselector note number on onli oper option overrid packag path persist podannot prerequisit " +
    "present pullpolici rbac read readi registry remov replica repo request requir section secur see " +
    "selector server serviceaccount set sh size sourc stabl storag store string support tabl templat test " +
    "tip toler updat us user version volum while",
);
const IN_SOME = split(
  "about accessmod ad address admin after also alwai appli arg arrai auth automat aws been befor below " +
    "beta between bitnami blob but case cert check claim client cloud code common commun configmap " +
    "connect crd creation db debug defin delai depend detail develop differ directori disabl dns domain " +
    "dynam end endpoint env error export expos fail failur featur find first flag format fs fulli " +
    "fullnameoverrid global group guid ha here id imagepullpolici imagepullsecret img implement info " +
    "infrastructur ingress init initi instanc instead interv issu keep kubectl lb level live livenessprob " +
    "loadbalancerip loadbalancersourcerang log mai main manual match max md metadata metric min minimum " +
    "monitoring must nameoverrid need network no nodeport none object onc open order org other pass " +
    "password perform period podlabel podsecuritycontext possibl prioriti priorityclassnam privat probe " +
    "process product project prom protocol provis provision pullsecret purg pv pvc rang readinessprob " +
    "readwriteonc recommend refer replicacount roll root rule runasus same schedul scrape second secret " +
    "secretnam securitycontext separ sever spec specif start state statefulset storageclass strategi " +
    "style such system target than through time timeout tls tree ui under underli upgrad url usernam var " +
    "variabl vcs via wai web whether work write www",
);

/** How much a term tells, from 0.15 (in most charts) to 1 (rare). */
export function weightOf(term: string): number {
  if (IN_MOST.has(term)) return 0.15;
  if (IN_MANY.has(term)) return 0.4;
  return IN_SOME.has(term) ? 0.7 : 1;
}

function split(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
