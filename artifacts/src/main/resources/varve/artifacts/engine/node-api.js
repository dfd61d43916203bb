// Node-API for Rust modules (napi-rs) compiled to wasm32-wasi: as much of it as parsing and printing
// need, synchronous.
//
// Long strings cross as Uint8Array in both directions; who calls from outside turns them into text
// faster than JavaScript can.
globalThis.NodeApi = (() => {
  const OK = 0;
  const STRING_EXPECTED = 3;
  const BOOLEAN_EXPECTED = 7;
  const GENERIC_FAILURE = 9;
  const PENDING_EXCEPTION = 10;
  const STATIC = 1024;
  const LONG = 512;
  const PAGES = { initial: 981, maximum: 8192 };
  const TYPES = { undefined: 0, boolean: 2, number: 3, string: 4, symbol: 5, object: 6, function: 7, bigint: 9 };

  function typeOf(value) {
    if (value === null) return 1;
    return value instanceof Uint8Array ? TYPES.string : TYPES[typeof value];
  }

  function load(binary) {
    const module = new WebAssembly.Module(binary);
    const memory = new WebAssembly.Memory({ ...PAGES, shared: true });
    const handles = [undefined, undefined, undefined, undefined, undefined];
    const references = [null];
    const calls = [];
    const wrapped = [];
    let table;
    let thrown = null;
    let bytes;
    let words;
    let measured = { value: null, bytes: null };

    function look() {
      if (bytes === undefined || bytes.byteLength !== memory.buffer.byteLength) {
        bytes = new Uint8Array(memory.buffer);
        words = new DataView(memory.buffer);
      }
    }
    const handle = (value) => handles.push(value) - 1;
    const read = (at) => (look(), words.getUint32(at, true));
    const write = (at, value) => (at && (look(), words.setInt32(at, value, true)), OK);
    const give = (at, value) => write(at, handle(value));
    const giveBoolean = (at, value) => (look(), (bytes[at] = value ? 1 : 0), OK);

    function text(at, length) {
      look();
      const from = at >>> 0;
      const to = length >>> 0 === 0xffffffff ? bytes.indexOf(0, from) : from + length;
      return Utf8.decode(bytes, from, to);
    }

    function invoke(callback, data, self, args) {
      calls.push({ args, self, data });
      try {
        const result = table.get(callback)(1, calls.length);
        return result ? handles[result] : undefined;
      } finally {
        calls.pop();
      }
    }

    function callable(callback, data) {
      return function (...args) {
        const base = handles.length;
        try {
          const result = invoke(callback, data, this, args);
          if (thrown) throw taken();
          return result;
        } finally {
          handles.length = base;
        }
      };
    }

    function taken() {
      const error = thrown.error;
      thrown = null;
      return error;
    }

    // napi_property_descriptor: name as text, name, method, getter, setter, value, attributes, data
    function define(target, at) {
      const [utf8, name, method, getter, , value, , data] = Array.from({ length: 8 }, (_, i) => read(at + 4 * i));
      const key = utf8 ? text(utf8, -1) : handles[name];
      if (method) target[key] = callable(method, data);
      else if (getter) {
        Object.defineProperty(target, key, { get: callable(getter, data), configurable: true, enumerable: true });
      } else target[key] = handles[value];
    }

    function defineClass(_, name, length, constructor, data, count, properties, result) {
      const made = function (...args) {
        return invoke(constructor, data, this, args);
      };
      for (let i = 0; i < count; i++) {
        const at = properties + 32 * i;
        define(read(at + 24) & STATIC ? made : made.prototype, at);
      }
      return give(result, made);
    }

    function callbackInfo(_, info, count, values, self, data) {
      const call = calls[calls.length - 1];
      if (count) {
        const room = read(count);
        for (let i = 0; values && i < room; i++) give(values + 4 * i, call.args[i]);
        write(count, call.args.length);
      }
      if (self) give(self, call.self);
      return write(data, call.data);
    }

    function stringValue(_, value, buffer, size, result) {
      const given = handles[value];
      if (typeOf(given) !== TYPES.string) return STRING_EXPECTED;
      if (measured.value !== given) {
        measured = { value: given, bytes: given instanceof Uint8Array ? given : Utf8.encode(given) };
      }
      if (!buffer) return write(result, measured.bytes.length);
      look();
      const fitting = measured.bytes.subarray(0, size - 1);
      bytes.set(fitting, buffer);
      bytes[buffer + fitting.length] = 0;
      return write(result, fitting.length);
    }

    function createString(_, at, length, result) {
      if (length <= LONG) return give(result, text(at, length));
      look();
      return give(result, bytes.slice(at >>> 0, (at >>> 0) + length));
    }

    function wrap(_, object, native, finalizer, hint, result) {
      if (finalizer) wrapped.push({ finalizer, native, hint });
      Object.defineProperty(handles[object], '__native', { value: native, configurable: true });
      return result ? write(result, references.push(handles[object]) - 1) : OK;
    }

    function callFunction(_, self, callee, count, values, result) {
      const args = Array.from({ length: count }, (_, i) => handles[read(values + 4 * i)]);
      try {
        return give(result, handles[callee].apply(handles[self], args));
      } catch (error) {
        thrown = { error };
        return PENDING_EXCEPTION;
      }
    }

    function newInstance(_, constructor, count, values, result) {
      const args = Array.from({ length: count }, (_, i) => handles[read(values + 4 * i)]);
      return give(result, new handles[constructor](...args));
    }

    const throwing = (error) => ((thrown = { error }), OK);
    const isPlainObject = (object) => object !== null && typeof object === 'object';

    const api = {
      napi_create_object: (_, result) => give(result, {}),
      napi_create_array_with_length: (_, length, result) => give(result, []),
      napi_create_string_utf8: createString,
      napi_create_uint32: (_, value, result) => give(result, value >>> 0),
      napi_create_error: (_, code, message, result) => give(result, new Error(handles[message])),
      napi_create_function: (_, name, length, callback, data, result) => give(result, callable(callback, data)),
      napi_create_reference: (_, value, count, result) => write(result, references.push(handles[value]) - 1),
      napi_create_threadsafe_function: (...args) => write(args[10], 1),
      napi_delete_reference: (_, reference) => ((references[reference] = null), OK),
      napi_reference_unref: (_, reference, result) => write(result, 0),
      napi_get_reference_value: (_, reference, result) => give(result, references[reference]),
      napi_get_null: (_, result) => give(result, null),
      napi_get_undefined: (_, result) => give(result, undefined),
      napi_get_global: (_, result) => give(result, globalThis),
      napi_get_boolean: (_, value, result) => give(result, !!value),
      napi_typeof: (_, value, result) => write(result, typeOf(handles[value])),
      napi_is_array: (_, value, result) => giveBoolean(result, Array.isArray(handles[value])),
      napi_is_error: (_, value, result) => giveBoolean(result, handles[value] instanceof Error),
      napi_strict_equals: (_, left, right, result) => giveBoolean(result, handles[left] === handles[right]),
      napi_get_cb_info: callbackInfo,
      napi_call_function: callFunction,
      napi_new_instance: newInstance,
      napi_define_class: defineClass,
      napi_define_properties: (_, object, count, at) => {
        for (let i = 0; i < count; i++) define(handles[object], at + 32 * i);
        return OK;
      },
      napi_wrap: wrap,
      napi_unwrap: (_, object, result) => write(result, handles[object].__native),
      napi_get_prototype: (_, value, result) => give(result, Object.getPrototypeOf(handles[value])),
      napi_coerce_to_object: (_, value, result) => give(result, Object(handles[value])),
      napi_coerce_to_string: (_, value, result) => give(result, String(handles[value])),
      napi_get_element: (_, array, index, result) => give(result, handles[array][index]),
      napi_set_element: (_, array, index, value) => ((handles[array][index] = handles[value]), OK),
      napi_get_array_length: (_, array, result) => write(result, handles[array].length),
      napi_get_property: (_, object, key, result) => give(result, handles[object][handles[key]]),
      napi_set_property: (_, object, key, value) => ((handles[object][handles[key]] = handles[value]), OK),
      napi_get_named_property: (_, object, name, result) => give(result, handles[object][text(name, -1)]),
      napi_set_named_property: (_, object, name, value) => ((handles[object][text(name, -1)] = handles[value]), OK),
      napi_get_property_names: (_, object, result) => give(result, isPlainObject(handles[object]) ? Object.keys(handles[object]) : []),
      napi_get_value_string_utf8: stringValue,
      napi_get_value_bool: (_, value, result) => typeof handles[value] === 'boolean' ? giveBoolean(result, handles[value]) : BOOLEAN_EXPECTED,
      napi_throw: (_, error) => throwing(handles[error]),
      napi_throw_error: (_, code, message) => throwing(new Error(text(message, -1))),
      napi_is_exception_pending: (_, result) => giveBoolean(result, thrown !== null),
      napi_get_and_clear_last_exception: (_, result) => give(result, thrown ? taken() : undefined),
      ...Wasi({ bytes: () => (look(), bytes), words: () => (look(), words) }),
    };

    const doingNothing = new Set([
      'napi_open_handle_scope', 'napi_close_handle_scope', 'napi_unref_threadsafe_function',
      'napi_add_env_cleanup_hook', 'napi_remove_env_cleanup_hook', '_emnapi_runtime_keepalive_push',
      '_emnapi_runtime_keepalive_pop', '_emnapi_worker_ref',
    ]);

    const imports = {};
    for (const { module: group, name, kind } of WebAssembly.Module.imports(module)) {
      const absent = doingNothing.has(name) ? () => OK : () => GENERIC_FAILURE;
      (imports[group] ??= {})[name] = kind === 'memory' ? memory : api[name] ?? absent;
    }

    const native = new WebAssembly.Instance(module, imports).exports;
    table = native.__indirect_function_table;
    native._initialize();
    for (const name of Object.keys(native)) if (name.startsWith('__napi_register__')) native[name]();
    const exported = {};
    const base = handles.length;
    const result = handles[native.napi_register_wasm_v1(1, handle(exported))];
    if (thrown) throw taken();
    handles.length = base + 1;

    return {
      exports: isPlainObject(result) && Object.keys(result).length > 0 ? result : exported,
      // lets go of what results hold inside the module: nobody collects that garbage for us
      release() {
        for (const { finalizer, native, hint } of wrapped) table.get(finalizer)(1, native, hint);
        wrapped.length = 0;
        measured = { value: null, bytes: null };
      },
      size: () => memory.buffer.byteLength,
    };
  }

  return { load };
})();
