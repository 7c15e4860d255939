import { notFound } from "next/navigation";

export default function UnknownAddress(): never {
  notFound();
}
