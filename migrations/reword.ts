/** What a function says, and what it says from now on; for long functions that are otherwise as they were. */
export type Rewording = [old: string, fresh: string]

/**
 * Words a function anew. Fails where it does not say what is to be replaced. With other arguments it is another function:
 * the former one is then still there.
 */
export function reword(name: string, rewordings: Rewording[]): string {
  const steps = rewordings.map(
    ([old, fresh]) => `
  if position($old$${old}$old$ in definition) = 0 then raise exception '% does not say: %', $name$${name}$name$, $old$${old}$old$; end if;
  definition := replace(definition, $old$${old}$old$, $fresh$${fresh}$fresh$);`,
  )
  return `
do $reword$
declare definition text := pg_get_functiondef('${name}'::regprocedure);
begin${steps.join('')}
  execute definition;
end $reword$;`
}
