-- Drives the server through Neovim's own client (0.7 and later).
-- nvim --headless -u NONE -i NONE a.txt -c 'luafile client.lua', with QUOTETRACKER_SERVER, QUOTETRACKER_FOLDER and QUOTETRACKER_RESULT set.
local folder, result = vim.env.QUOTETRACKER_FOLDER, vim.env.QUOTETRACKER_RESULT
local seen = {}

local function write(path, text)
  local file = assert(io.open(path, 'wb'))
  file:write(text)
  file:close()
end

local function run()
  local buffer = vim.api.nvim_get_current_buf()
  local exit_code
  local id = assert(vim.lsp.start_client({
    name = 'quotetracker',
    cmd = { vim.env.QUOTETRACKER_SERVER, 'serve', '--stdio' },
    root_dir = folder,
    workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'newsroom' } },
    on_exit = function(code) exit_code = code end,
  }))
  assert(vim.lsp.buf_attach_client(buffer, id))

  local function lines() return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n' end

  local function codes(count)
    local function now() return vim.diagnostic.get(buffer) end
    assert(vim.wait(30000, function() return #now() == count end, 20), 'expected ' .. count .. ' findings, there are ' .. #now())
    local found = {}
    for _, finding in ipairs(now()) do
      -- 0.7 keeps the protocol's own finding under user_data.
      table.insert(found, finding.code or finding.user_data.lsp.code)
    end
    table.sort(found)
    return found
  end

  local function put_cursor(words)
    for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local column = line:find(words, 1, true)
      if column then
        vim.api.nvim_win_set_cursor(0, { number, column - 1 })
        return
      end
    end
    error('no ' .. words)
  end

  local function ask(method, more)
    local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, 'utf-16'), more or {})
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 30000))
    local answer = answers[id]
    assert(answer and not answer.error, vim.inspect(answer))
    return answer.result
  end

  seen.opened = codes(1)
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '“We were lucky," she said.' })
  seen.edited = codes(2)

  put_cursor('Vaughn')
  seen.hover = ask('textDocument/hover').contents.value
  local target = ask('textDocument/definition')
  target = target[1] or target
  seen.definition = (target.uri or target.targetUri) .. ':' .. (target.targetSelectionRange or target.range).start.line

  put_cursor('"')
  local range = vim.lsp.util.make_range_params(0, 'utf-16').range
  local fix
  for _, action in ipairs(ask('textDocument/codeAction', { range = range, context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer) } })) do
    if vim.startswith(action.title, 'Change the marks') then fix = action end
  end
  assert(fix, 'no fix is offered')
  if not fix.edit then fix = assert(vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', fix, 30000))[id].result end
  vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
  seen.fixed = lines()

  put_cursor('Vaughn')
  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', { newName = 'Ada Hartley' }), 'utf-16')
  vim.cmd('silent wall')

  vim.lsp.get_client_by_id(id).stop()
  assert(vim.wait(30000, function() return exit_code ~= nil end, 20), 'the server did not end')
  seen.exitCode = exit_code
end

local ok, fault = xpcall(run, debug.traceback)
if not ok then seen.fault = tostring(fault) end
write(result, vim.fn.json_encode(seen))
vim.cmd(ok and 'qall!' or 'cquit!')
