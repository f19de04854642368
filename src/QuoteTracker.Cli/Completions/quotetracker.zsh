#compdef quotetracker
# Completions of quotetracker for zsh. In ~/.zshrc, after compinit:  source <(quotetracker completions zsh)
_quotetracker() {
  local line="${(j: :)words[1,CURRENT]}" current="${words[CURRENT]}"
  local -a suggested
  suggested=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}")
  suggested=(${suggested:#/*})
  # Options only where one was begun: elsewhere they would crowd out the files.
  [[ $current == -* ]] || suggested=(${suggested:#-*})
  (( ${#suggested} )) && compadd -- $suggested
  [[ $current == -* ]] || _files
}
compdef _quotetracker quotetracker
