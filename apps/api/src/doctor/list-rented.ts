import { ok, type Result } from "@ringtrail/core";
import type { CarrierFault, CarrierNumber, CarrierProvider } from "@ringtrail/telephony";

/** More than this is not read: a sample that large tells enough. */
const mostNumbers = 5_000;

/** The numbers rented at a carrier, page by page. */
export async function listRented(
  provider: Pick<CarrierProvider, "listNumbers">,
): Promise<Result<readonly CarrierNumber[], CarrierFault>> {
  const numbers: CarrierNumber[] = [];
  let page: string | undefined;
  do {
    const listed = await provider.listNumbers(page);
    if (!listed.ok) return listed;
    numbers.push(...listed.value.items);
    page = listed.value.next;
  } while (page !== undefined && numbers.length < mostNumbers);
  return ok(numbers);
}
