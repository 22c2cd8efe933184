import { type AppError, AppFailure } from "../../shared/errors.ts";

/** The error to show for anything a request threw; what is not an expected failure is thrown on. */
export function shownError(thrown: unknown): AppError {
  if (thrown instanceof AppFailure) return thrown.appError;
  throw thrown;
}
