// Parts of the kits that no page uses yet, for the browser test beside. It is no part of the product.
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { keepPreviousData, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { z } from "zod";
import { createAppColumnHelper } from "@/components/data-table/app-table";
import { DataTable } from "@/components/data-table/data-table";
import type { ListFilter } from "@/components/data-table/list-filter";
import { defineList, manyTexts, oneText } from "@/components/data-table/list-params";
import { useList } from "@/components/data-table/use-list";
import { useLocalList } from "@/components/data-table/use-list-state";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { CheckboxesField } from "@/components/form/checkboxes-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/form-actions";
import { PickerField } from "@/components/form/picker-field";
import { SwitchField } from "@/components/form/switch-field";
import { useZodForm } from "@/components/form/use-zod-form";
import { CheckboxGrid, type GridValue } from "@/components/grid/checkbox-grid";
import type { OptionSource } from "@/components/picker/option-source";
import { Dialog, DialogBody } from "@/components/ui/dialog";

interface Team {
  id: string;
  name: string;
  office: string;
}

const offices = ["Accra", "Bergen", "Cuenca"];
const teams: Team[] = Array.from({ length: 30 }, (_, index) => ({
  id: `id-${String(index)}`,
  name: `Team ${String(index)}`,
  office: offices[index % offices.length] ?? "",
}));

const teamOptions: OptionSource = {
  key: ["teams"],
  noun: "teams",
  search: (text) => {
    if (text === "broken") return Promise.reject(new Error("The teams cannot be searched."));
    const found = teams.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
    const options = found.slice(0, 5).map(({ id, name, office }) => ({
      value: id,
      label: name,
      detail: office,
    }));
    return Promise.resolve({ options, isMore: found.length > options.length });
  },
  labelsOf: (ids) =>
    Promise.resolve(
      Object.fromEntries(
        teams.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name]),
      ),
    ),
};

const settings = z.object({
  isOpen: z.boolean().refine((isOpen) => isOpen, "It has to be open."),
  days: z.array(z.string()).min(1, "Choose at least one day."),
  lead: z.string().min(1, "Choose a lead."),
  members: z.array(z.string()),
});

function SettingsForm() {
  const [saved, setSaved] = useState("");
  const form = useZodForm(settings, {
    defaultValues: { isOpen: false, days: [], lead: "", members: ["id-7"] },
  });
  return (
    <Form
      form={form}
      label="Settings"
      onSubmit={(values) => {
        setSaved(JSON.stringify(values));
        return undefined;
      }}
    >
      <SwitchField form={form} name="isOpen" label="Open" description="For everybody." />
      <CheckboxesField
        form={form}
        name="days"
        label="Days"
        description="When it meets."
        options={[
          { value: "mon", label: "Monday" },
          { value: "tue", label: "Tuesday", description: "The busy one" },
          { value: "sun", label: "Sunday", disabledReason: "Closed on Sundays." },
        ]}
      />
      <PickerField form={form} name="lead" label="Lead" source={teamOptions} />
      <PickerField
        form={form}
        name="members"
        label="Members"
        isOptional
        source={teamOptions}
        isMany
      />
      <SubmitButton>Save</SubmitButton>
      <output aria-label="Saved">{saved}</output>
    </Form>
  );
}

const rows = [
  { id: "gateways", label: "Gateways" },
  { id: "members", label: "Members" },
];
const columns = [
  { id: "read", label: "Read" },
  { id: "write", label: "Write" },
  { id: "delete", label: "Delete" },
];

function Rights({ isReadOnly }: { isReadOnly: boolean }) {
  const [value, setValue] = useState<GridValue>({ gateways: ["read"], members: ["read", "write"] });
  return (
    <CheckboxGrid
      label={isReadOnly ? "Rights as they are" : "Rights"}
      rowsLabel="Thing"
      rows={rows}
      columns={columns}
      value={value}
      isAvailable={(row, column) => row !== "members" || column !== "delete"}
      isReadOnly={isReadOnly}
      onChange={setValue}
    />
  );
}

interface TeamQuery {
  sort: "name";
  team?: string[];
  office?: string;
}

const teamList = defineList<TeamQuery>({
  sorts: ["name"],
  defaultSort: "name",
  perPage: 25,
  filters: { team: manyTexts(), office: oneText() },
});

const teamFilters: readonly ListFilter[] = [
  { kind: "search", key: "team", label: "Team", source: teamOptions, isMany: true },
  {
    kind: "one",
    key: "office",
    label: "Office",
    options: offices.map((office) => ({ value: office, label: office })),
  },
];

/** Says in an attribute how often it was drawn. */
function TeamName({ name }: { name: string }) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const data = ref.current?.dataset;
    if (data) data.draws = String(Number(data.draws ?? 0) + 1);
  });
  return <span ref={ref}>{name}</span>;
}

const column = createAppColumnHelper<Team>();
const teamColumns = [
  column.display({
    id: "name",
    header: "Name",
    meta: { label: "Name", card: "title" },
    cell: ({ row }) => <TeamName name={row.original.name} />,
  }),
];

type TeamWire = Awaited<ReturnType<typeof teamList.load>>;

function teamsPage(query: TeamWire) {
  const { page, per_page: perPage, team, office } = query;
  return {
    queryKey: ["team-page", query],
    queryFn: () => {
      const found = teams.filter(
        (one) => (team?.includes(one.id) ?? true) && (office ?? one.office) === one.office,
      );
      const data = found.slice((page - 1) * perPage, page * perPage);
      return Promise.resolve({ data, total: found.length });
    },
    placeholderData: keepPreviousData<{ data: Team[]; total: number }>,
  };
}

function TeamsDialog({ onClose }: { onClose: () => void }) {
  const selection = useRowSelection("teams");
  const { model, query } = useList({
    list: useLocalList(teamList),
    pageQuery: teamsPage,
    columns: teamColumns,
    rowId: ({ id }) => id,
    selection,
  });
  return (
    <Dialog title="Teams" onClose={onClose}>
      <DialogBody>
        <DataTable
          model={model}
          query={query}
          noun="teams"
          rowLabel={({ name }) => name}
          filters={teamFilters}
          empty="None"
          actions={<button type="button">Close them</button>}
        />
      </DialogBody>
    </Dialog>
  );
}

function Gallery() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <main>
      <h1>Parts</h1>
      <SettingsForm />
      <Rights isReadOnly={false} />
      <Rights isReadOnly />
      <button
        type="button"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Show teams
      </button>
      {isOpen && (
        <TeamsDialog
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </main>
  );
}

const client = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 60_000 } },
});
createRoot(document.body).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Gallery />
    </QueryClientProvider>
  </StrictMode>,
);
