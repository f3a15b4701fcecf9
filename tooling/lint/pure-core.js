// Two rules oxlint does not have. They keep the core a place where outcomes are values and doors are few.

/** The core answers with a reason instead of throwing: an expected outcome is not an exception. */
const noThrow = {
  create: (context) => ({
    ThrowStatement: (node) =>
      context.report({ node, message: "The core does not throw: answer with a reason (err({ code: ... }))." }),
  }),
};

/** A frozen export list means nothing when one line re-exports whatever another file holds. */
const noExportStar = {
  create: (context) => ({
    ExportAllDeclaration: (node) =>
      context.report({ node, message: "Name every export: the list of names is the package's door." }),
  }),
};

export default { meta: { name: "ringtrail" }, rules: { "no-throw": noThrow, "no-export-star": noExportStar } };
