"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useSearchText } from "@/components/command-menu/use-search-text";
import { useActor } from "@/components/base/actor-provider";
import { Form } from "@/components/form/form";
import { FormFields, SubmitButton } from "@/components/form/form-actions";
import { RadioField } from "@/components/form/radio-field";
import { usePlainForm } from "@/components/form/use-plain-form";
import { statusWords } from "@/components/gateway/gateway-words";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import {
  firstGateways,
  gatewayStatesQuery,
  ownGatewaysQuery,
  type GatewayState,
  type OwnGateway,
} from "./queries";

/** Which of one's gateways a new device goes through. */
export function GatewayForm({
  total,
  onBack,
  onSubmit,
}: {
  /** How many one has. */
  total: number;
  onBack: () => void;
  onSubmit: (gateway: OwnGateway) => Promise<unknown>;
}) {
  const actor = useActor();
  const [text, setText] = useState("");
  const { searchText } = useSearchText(text);
  const { data } = useQuery(
    ownGatewaysQuery(actor.username, {
      ...firstGateways,
      ...(searchText !== "" && { q: searchText }),
    }),
  );
  const found = data?.data ?? [];
  const ids = found.map(({ id }) => id);
  const { data: states } = useQuery(gatewayStatesQuery(actor, ids));
  const form = usePlainForm({ defaultValues: { gateway: "" } });

  function handleSubmit({ gateway: id }: { gateway: string }) {
    const gateway = found.find((each) => each.id === id);
    return gateway && onSubmit(gateway);
  }

  return (
    <Form form={form} onSubmit={handleSubmit}>
      <DialogBody>
        <FormFields>
          {total > firstGateways.per_page && (
            <Input
              type="search"
              aria-label="Search gateways"
              placeholder="Search gateways"
              value={text}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setText(event.target.value);
                form.resetField("gateway");
              }}
            />
          )}
          <div ref={focusFirstChoice}>
            <RadioField
              form={form}
              name="gateway"
              label="Gateway"
              look="cards"
              rules={{ required: "Choose a gateway." }}
              options={found.map((gateway) => optionOf(gateway, states?.[gateway.id]))}
            />
            {found.length === 0 && <p className="text-ink-3">No gateways match.</p>}
          </div>
        </FormFields>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onBack}>Back</Button>
        <SubmitButton>Add device</SubmitButton>
      </DialogFooter>
    </Form>
  );
}

function optionOf({ id, gw_name: name, network }: OwnGateway, state: GatewayState | undefined) {
  const isDisabled = state?.isReady === false;
  const known =
    state && (isDisabled ? "not ready: ask an administrator" : statusWords[state.status]);
  const description = [network, known].filter((part) => part !== undefined).join(" · ");
  return { value: id, label: name, description, isDisabled };
}

/** A ref: the step before had the focus. */
function focusFirstChoice(element: HTMLElement | null) {
  element?.querySelector<HTMLElement>("input:enabled")?.focus({ preventScroll: true });
}
