// Every public name of the telephony package. A carrier's own names are behind ./twilio, the fake one behind ./fake.
export { carrierFor } from "./carrier-for.ts";
export { carrierCan, carrierSkills } from "./carrier-skills.ts";
export type {
  Attestation,
  CallbackUrl,
  CallNews,
  Carrier,
  CarrierDocument,
  CarrierMessage,
  MessageMalformed,
  ProviderConnection,
  RingingCall,
  SignatureRefused,
  VerifiedMessage,
} from "./carrier.ts";
export type {
  CarrierCall,
  CarrierFault,
  CarrierNumber,
  CarrierPage,
  CarrierProvider,
  ListedRecording,
  ListQuery,
  MonthlyPrice,
  NumberAddresses,
  NumberWish,
  OfferedNumber,
  RecordingSound,
} from "./carrier-provider.ts";
