/** One question an owner asks, with its answer. */
export interface HelpTopic {
  readonly question: string;
  readonly answer: readonly string[];
}

/** What every page about recording law says of itself. */
export const notLegalAdvice =
  "These are facts with citations, not legal advice. Ask a lawyer before you change a default.";

/**
 * An owner's questions about recording, in the words of `docs/guides/may-i-record.md`: a test holds the guide and this
 * help to each other, so that the screen never says less or more.
 */
export const recordingHelp: readonly HelpTopic[] = [
  {
    question: 'What does "one-party consent" mean?',
    answer: [
      'In most of the United States a call may be recorded when one person on it agrees. You are that person. The federal law says the same and is a floor: a state may ask for more. In an "all-party" state everybody on the call must know of the recording. A notice at the start is enough there: a caller who hears it and stays on the line has agreed.',
      "Recording for a crime or a wrong, or recording a call nobody on it agreed to, is forbidden everywhere: federal law says so, and it holds in every state and territory.",
    ],
  },
  {
    question: "Which states want everybody told?",
    answer: [
      '"Disputed" means that courts or statutes disagree, or that nothing was found either way. Ringtrail takes the stricter reading. Washington and Connecticut want the notice to be part of the recording, so the notice is heard, the recording starts, and a short notice is repeated inside it.',
    ],
  },
  {
    question: "My caller is in another state. Whose law counts?",
    answer: [
      "Courts disagree. California applies its own law to a business elsewhere that records a Californian. Nevada and Washington have looked at the place of recording. Ringtrail asks every place that may govern (where you handle calls, where the person answering sits, where the recorder stands, and every place the caller may be) and follows the strictest. The decision shows what each place, and each reading, would have said alone.",
      "An area code is only a hint. Numbers move with people: about one adult in ten holds a mobile number from another state. So a number can make the answer stricter and never makes it silent. A withheld, toll-free or unknown number counts as unknown, and unknown counts as strict.",
    ],
  },
  {
    question: "What do I have to say?",
    answer: [
      '"This call will be recorded for training and quality assurance purposes." Every new account starts with it. Say it before anything is recorded, and let the caller refuse with a key and go on talking, unrecorded. Say "is" or "will be": Norway does not accept "may be recorded". A beep alone is notice only where a state says so, which is Connecticut.',
    ],
  },
  {
    question: "May I record silently where that is lawful?",
    answer: [
      "You may, and we advise against it. You must give a reason and your name, and it works only for callers whose place is stated or verified. Everybody else still hears the notice.",
    ],
  },
  {
    question: "May callers hear our own voice?",
    answer: [
      "Yes. Upload a WAV or an MP3 of at most two minutes and name it in the announcement beside the words it says; the shorter sentence inside the recording and the question for a yes may have sounds of their own, per place too. The file's hash stands in every proof. A call whose phone company never took the sound counts as one that heard no notice.",
    ],
  },
  {
    question: "I run a clinic. What changes?",
    answer: [
      "HIPAA itself asks for no consent to record for treatment, payment or operations; the state's law does. But every vendor that touches the sound must have signed a business associate agreement, or Ringtrail does not record. Recordings are encrypted, access is logged, and nobody is given more than they need. A voiceprint needs a written release; recording does not.",
    ],
  },
  {
    question: "How do I prove it?",
    answer: [
      "Every call keeps what was decided and why, by which version of the law, which words were said to whom and from when to when, the answer, and when recording began and rested. These proofs are a chain: each covers the one before it, so a proof that was rewritten, taken out or put in is found. No proof means no recording.",
      "The call's page leads to its certificate, one page that prints, and to the same proof as a file that anybody can verify. Both travel with the recording when you export with `--care`.",
    ],
  },
  {
    question: "And outside the United States?",
    answer: [
      'A number from one of these countries is enough to follow its rule. "Ask for a yes" means a spoken or pressed yes; staying on the line is not one. A country that is not listed counts as unknown, so the caller is told.',
    ],
  },
];
