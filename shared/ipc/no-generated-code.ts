/** To be imported before any schema is made: the window's content security policy forbids code made from strings. */
import { z } from 'zod';

z.config({ jitless: true });
