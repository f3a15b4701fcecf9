import { createRoot } from "@wordpress/element";
import { Connect } from "./connect.tsx";

const place = document.getElementById("ringtrail-connect");
if (place !== null) createRoot(place).render(<Connect server={place.dataset["server"] ?? ""} />);
