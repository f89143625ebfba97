using CtVoice.Local.Commands;

return await Root.RunAsync(Root.Create(), args, new());
