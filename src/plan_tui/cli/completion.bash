# Completion of plan-tui for bash. The program itself says what can follow.
# In ~/.bashrc: eval "$(plan-tui completion bash)"

_plan_tui() {
    local line program="${COMP_WORDS[0]/#\~\//$HOME/}"
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o default 2>/dev/null
            return
        fi
        COMPREPLY+=("$line")
    done < <("$program" completion --answer bash "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
    if [[ ${COMPREPLY[0]} == *[:=] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -F _plan_tui plan-tui
