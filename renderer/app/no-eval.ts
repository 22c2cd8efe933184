import { z } from "zod";

// zod tries `new Function` once to see whether it may build faster parsers; the page's policy forbids it and would report the try.
z.config({ jitless: true });
