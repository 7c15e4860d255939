import { platformRightOf, type PlatformRight } from "@/components/role/platform-rights";
import { roleDescriptions } from "@/components/user/role-options";
import { permissions, platformRoleNames, platformRoles } from "@/lib/permissions";

/** What each platform role may do, from the table that the server goes by. */
export function PlatformRoles() {
  return (
    <div className="@container/roles grid gap-5">
      <p className="max-w-prose text-ink-3">Platform roles cannot be edited.</p>
      <div
        role="region"
        aria-label="What each platform role may do"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        tabIndex={0}
        className="relative overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="w-full border-collapse">
          <caption className="sr-only">What each platform role may do</caption>
          <thead>
            <tr className="border-b border-line align-bottom text-sm text-ink-3">
              <th
                scope="col"
                className="sticky start-0 min-w-32 bg-surface px-3 py-2.5 text-start font-medium @min-[40rem]/roles:min-w-56"
              >
                Right
              </th>
              {platformRoles.map((role) => (
                <th key={role} scope="col" className="min-w-28 px-3 py-2.5 text-start font-medium">
                  <span className="block text-ink">{platformRoleNames[role]}</span>
                  <span className="block text-xs font-normal">{roleDescriptions[role]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {shownRights.map(([permission, grant]) => (
              <tr key={permission}>
                <th
                  scope="row"
                  className="sticky start-0 bg-surface px-3 py-2 text-start font-normal"
                >
                  {capitalized(ofAnybody(grant.label))}
                </th>
                {platformRoles.map((role) => (
                  <td key={role} className="px-3 py-2">
                    <Right right={platformRightOf(grant, role)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/**
 * What only commands on the server's machine may do is nobody's role; and that everybody may ask for networks says
 * nothing of those that they see.
 */
const shownRights = Object.entries(permissions).filter(
  ([permission, grant]) =>
    permission !== "networks:see" &&
    platformRoles.some((role) => platformRightOf(grant, role) !== "none"),
);

const rightWords: Record<PlatformRight, string> = {
  all: "Yes",
  network: "In their networks",
  own: "Their own",
  none: "No",
};

function Right({ right }: { right: PlatformRight }) {
  return (
    <span className={right === "none" ? "text-ink-3" : right === "all" ? "font-medium" : undefined}>
      {rightWords[right]}
    </span>
  );
}

const inGeneral: readonly [RegExp, string][] = [
  [/this user's/, "users’"],
  [/this user may/, "users may"],
  [/this (user)/, "$1s"],
  [/this (group|network)/, "a $1"],
];

/** Elsewhere the words say why not, of somebody or something in particular. */
function ofAnybody(label: string): string {
  return inGeneral.reduce(
    (text, [particular, general]) => text.replace(particular, general),
    label,
  );
}

function capitalized(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
