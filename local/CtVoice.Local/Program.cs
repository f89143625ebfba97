using CtVoice.Local.Commands;

return await Root.Create().Parse(args).InvokeAsync();
