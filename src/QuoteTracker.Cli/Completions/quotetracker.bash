# Completions of quotetracker for bash. In ~/.bashrc:  source <(quotetracker completions bash)
_quotetracker() {
  local cur=${COMP_WORDS[COMP_CWORD]} line=${COMP_LINE:0:COMP_POINT} word
  COMPREPLY=()
  while IFS= read -r word; do
    # Options only where one was begun: elsewhere they would crowd out the files.
    [[ $word == -* && $cur != -* || $word == /* ]] && continue
    [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
  done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -F _quotetracker quotetracker
