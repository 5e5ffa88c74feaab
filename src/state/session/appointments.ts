import type { Appointment } from "../../interchange/formats/calendar.ts";

let chosen: Appointment | null = null;

/** Hands an appointment to the next plan. It is not stored: what comes of it is the plan. */
export function planAppointment(appointment: Appointment): void {
  chosen = appointment;
}

/** @returns the appointment that is to be planned, once; null where there is none */
export function takeAppointment(): Appointment | null {
  const taken = chosen;
  chosen = null;
  return taken;
}
