// Package evaluation measures answers against expected ones. It reads questions with what is
// expected of them, finds what of that the articles cannot have, asks and judges, tells the
// figures, and what became of each answer since an earlier run.
package evaluation
