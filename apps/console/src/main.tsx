import "@wordpress/components/build-style/style.css";
import "@ringtrail/admin-screens/screens.css";
import "./console.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console.tsx";

const place = document.getElementById("console");
if (place === null) throw new Error("index.html has no element with the id console.");
createRoot(place).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
