using CtVoice.Bench;

return await BenchCommand.Create().Parse(args).InvokeAsync();
