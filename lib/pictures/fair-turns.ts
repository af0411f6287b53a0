/** Who wants something done: a member of a group, as a chart is of a source. */
export interface Asker {
  readonly group: string;
  readonly member: string;
}

/** How much is done at once, and how much may wait for it. */
export interface TurnBounds {
  readonly all: number;
  readonly ofMember: number;
  readonly ofPlace: number;
  readonly waiting: number;
}

/** Does what is asked for, a few things at a time. */
export interface FairTurns {
  /** `place`: what is used by it, and bounded by itself. Null: too much waits, it was not done. */
  take<T>(asker: Asker, place: string, run: () => Promise<T>): Promise<T | null>;
}

interface Waiting {
  readonly group: string;
  readonly member: string;
  readonly place: string;
  readonly start: () => void;
  readonly refuse: () => void;
}

/**
 * Turns that go to the group, and then the member, which has the fewest under way. Attack: a hundred charts of one publisher, all
 * of whose pictures take as long as they may. In the order they came, everybody else's would wait until nobody reads any more.
 */
export function createFairTurns(bounds: TurnBounds): FairTurns {
  const groups = createCounts();
  const members = createCounts();
  const places = createCounts();
  const waiting: Waiting[] = [];
  /** When each member had its last turn, so that those with as many under way take turns. */
  const served = new Map<string, number>();
  let running = 0;
  let turn = 0;

  function startNext(): void {
    if (running >= bounds.all) return;
    const may = waiting.filter(
      ({ place, member }) => places.of(place) < bounds.ofPlace && members.of(member) < bounds.ofMember,
    );
    const rank = ({ group, member }: Waiting) =>
      [groups.of(group), members.of(member), served.get(member) ?? 0] as const;
    const [first, ...others] = may.map((one) => ({ one, rank: rank(one) }));
    if (first === undefined) return;
    const { one } = others.reduce((best, next) => (isBefore(next.rank, best.rank) ? next : best), first);
    waiting.splice(waiting.indexOf(one), 1);
    if (served.size > bounds.waiting) served.clear();
    served.set(one.member, ++turn);
    one.start();
  }

  /** The last of the group, and in it of the member, that has most waiting. */
  function refuseOne(): void {
    const among = (some: readonly Waiting[], name: (one: Waiting) => string) => {
      const counts = new Map<string, number>();
      for (const one of some) counts.set(name(one), (counts.get(name(one)) ?? 0) + 1);
      const most = Math.max(...counts.values());
      return some.filter((one) => counts.get(name(one)) === most);
    };
    const last = among(
      among(waiting, ({ group }) => group),
      ({ member }) => member,
    ).at(-1);
    if (last === undefined) return;
    waiting.splice(waiting.indexOf(last), 1);
    last.refuse();
  }

  function count({ group, member, place }: Waiting, by: 1 | -1): void {
    running += by;
    groups.add(group, by);
    members.add(member, by);
    places.add(place, by);
  }

  return {
    take: (asker, place, run) =>
      new Promise((resolve, reject) => {
        const one: Waiting = {
          group: asker.group,
          member: JSON.stringify([asker.group, asker.member]),
          place,
          start() {
            count(one, 1);
            run()
              .then(resolve, reject)
              .finally(() => {
                count(one, -1);
                startNext();
              });
          },
          refuse: () => resolve(null),
        };
        waiting.push(one);
        startNext();
        if (waiting.length > bounds.waiting) refuseOne();
      }),
  };
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((rank, index) => rank !== other[index]);
  return at !== -1 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** How many there are under each name; a name with none is forgotten. */
function createCounts() {
  const counts = new Map<string, number>();
  return {
    of: (name: string) => counts.get(name) ?? 0,
    add(name: string, by: number) {
      const now = (counts.get(name) ?? 0) + by;
      if (now === 0) counts.delete(name);
      else counts.set(name, now);
    },
  };
}
