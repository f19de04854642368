;;; client.el --- drives the server through Emacs and eglot  -*- lexical-binding: t -*-
;; emacs -q --batch -l client.el, with QUOTETRACKER_SERVER, QUOTETRACKER_FOLDER and QUOTETRACKER_RESULT set.

(require 'eglot)
(require 'json)

(set-language-environment "UTF-8")
(defvar client-folder (file-name-as-directory (getenv "QUOTETRACKER_FOLDER")))
(defvar client-seen nil)

(defun client-see (key value) (push (cons key value) client-seen))

(defun client-text (name)
  (with-current-buffer (find-file-noselect (expand-file-name name client-folder))
    (buffer-substring-no-properties (point-min) (point-max))))

(defun client-codes (count)
  "Wait for COUNT findings in this buffer; return their codes in order."
  (let ((deadline (+ (float-time) 30)))
    (while (and (/= (length (flymake-diagnostics)) count) (< (float-time) deadline))
      (accept-process-output nil 0.05)
      (flymake-start)))
  (unless (= (length (flymake-diagnostics)) count)
    (error "Expected %d findings, there are %d" count (length (flymake-diagnostics))))
  (vconcat (sort (mapcar (lambda (finding) (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data finding)) :code)) (flymake-diagnostics)) #'string<)))

(defun client-go (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun client-run ()
  (add-hook 'project-find-functions (lambda (_) (cons 'transient client-folder)))
  (add-to-list 'eglot-server-programs `(text-mode . (,(getenv "QUOTETRACKER_SERVER") "serve" "--stdio")))
  ;; A batch has nobody to answer: the rename may touch files that are not open.
  (fset 'y-or-n-p (lambda (&rest _) t))
  (find-file (expand-file-name "a.txt" client-folder))
  (text-mode)
  (let ((eglot-sync-connect 30)) (apply #'eglot--connect (eglot--guess-contact)))
  (unless (eglot-managed-p) (eglot--maybe-activate-editing-mode))
  (client-see 'opened (client-codes 1))
  (goto-char (point-max))
  (insert "\n“We were lucky,\" she said.\n")
  (eglot--signal-textDocument/didChange)
  (client-see 'edited (client-codes 2))

  (client-go "Vaughn")
  (client-see 'hover (plist-get (plist-get (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover (eglot--TextDocumentPositionParams)) :contents) :value))
  (let ((target (xref-item-location (car (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))))
    (client-see 'definition (format "file://%s:%d" (xref-file-location-file target) (1- (xref-file-location-line target)))))

  (client-go "\"")
  (let ((fix (seq-find (lambda (action) (string-prefix-p "Change the marks" (plist-get action :title))) (eglot-code-actions (point) (point)))))
    (eglot--apply-workspace-edit (plist-get fix :edit)))
  (client-see 'fixed (client-text "a.txt"))
  ;; What eglot does itself when its user pauses.
  (eglot--signal-textDocument/didChange)

  (client-go "Vaughn")
  (eglot-rename "Ada Hartley")
  (save-some-buffers t)

  (let* ((server (eglot--current-server-or-lose)) (process (jsonrpc--process server)))
    ;; As `eglot-shutdown', which then kills the process before it can end.
    (setf (eglot--shutdown-requested server) t)
    (jsonrpc-request server :shutdown nil :timeout 30)
    (jsonrpc-notify server :exit nil)
    (while (process-live-p process) (accept-process-output nil 0.05))
    (client-see 'exitCode (process-exit-status process))))

(let ((fault (condition-case fault (progn (client-run) nil) (error fault))))
  (when fault (client-see 'fault (format "%S" fault)))
  (with-temp-file (getenv "QUOTETRACKER_RESULT")
    (set-buffer-file-coding-system 'utf-8-unix)
    (insert (json-encode client-seen)))
  (kill-emacs (if fault 1 0)))
;;; client.el ends here
